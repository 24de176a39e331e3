import { resolve } from 'node:path';
import { readTextFiles } from '#files';
import { formulaUnits } from '#indicators';
import type { ParsedPack, TextFile } from '#plan/parse';
import { parsePack } from '#plan/parse';

const folder = (name: string): string => resolve(import.meta.dirname, '../../plans', name);

export const exampleFolder = folder('999900-example');
export const luzhouFolder = folder('510500-luzhou');

export const exampleFiles = (): TextFile[] => readTextFiles(exampleFolder);

/** Parses a pack after some of its files were changed; a change of undefined takes the file away. */
export function parseWith(changes: Readonly<Record<string, (text: string) => string | undefined>> = {}): ParsedPack {
  const files = exampleFiles().flatMap((file) => {
    const change = changes[file.path];
    const text = change === undefined ? file.text : change(file.text);
    return text === undefined ? [] : [{ path: file.path, text }];
  });
  for (const [path, change] of Object.entries(changes))
    if (!files.some((file) => file.path === path)) {
      const text = change('');
      if (text !== undefined) files.push({ path, text });
    }
  return parsePack(files, formulaUnits);
}
