import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { formulaUnits } from '#indicators';
import type { ParsedPack, TextFile } from '#plan/parse';
import { parsePack } from '#plan/parse';

/** Largest file of a pack that is read; anything above is not a plan file. */
const MAX_BYTES = 8 * 1024 * 1024;

/** Every text file below a pack's folder, paths relative with forward slashes, sorted. A missing folder gives none. */
export function readTextFiles(folder: string): TextFile[] {
  const files: TextFile[] = [];
  const visit = (directory: string): void => {
    for (const entry of readdirSync(directory, { withFileTypes: true })) {
      if (entry.name.startsWith('.')) continue;
      const path = join(directory, entry.name);
      if (entry.isDirectory()) visit(path);
      else if (entry.isFile() && statSync(path).size <= MAX_BYTES)
        files.push({
          path: relative(folder, path).split(sep).join('/'),
          text: readFileSync(path, 'utf8').replace(/^\uFEFF/, ''),
        });
    }
  };
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true) visit(folder);
  return files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** Reads and checks the pack in a folder. */
export const readPack = (folder: string): ParsedPack => parsePack(readTextFiles(folder), formulaUnits);
