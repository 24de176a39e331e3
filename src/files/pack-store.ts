import { statSync, watch } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '#base';
import type { FigureBook } from '#indicators';
import { openBook } from '#indicators';
import type { AttachmentReport, Pack } from '#plan';
import { locatePhrases } from '#plan';
import { attachedText } from './attachments.ts';
import { readPack, readTextFiles } from './read-pack.ts';

/** A pack in use: the last one that was free of errors, and the Problems of the folder as it is now. */
export interface PackStore {
  readonly pack: Pack;
  readonly book: FigureBook;
  /** Text of `map.geojson`; an empty collection where the pack has none. */
  readonly map: string;
  readonly problems: readonly Problem[];
  /** False while the folder has errors and an earlier state is served. */
  readonly upToDate: boolean;
  attachment(): AttachmentReport;
  /** Reads the folder again; a pack with errors changes nothing but `problems`. */
  reload(): void;
  /** Reloads whenever the folder changes, until `stop` is called. */
  follow(onReload: () => void): { stop(): void };
}

/** Opens the pack in a folder, or returns why it cannot be. */
export function openPackStore(folder: string): PackStore | { readonly problems: readonly Problem[] } {
  const first = load(folder);
  if (!('pack' in first)) return first;
  let current = first;
  let problems = first.problems;
  let upToDate = true;
  const store: PackStore = {
    get pack() {
      return current.pack;
    },
    get book() {
      return current.book;
    },
    get map() {
      return current.map;
    },
    get problems() {
      return problems;
    },
    get upToDate() {
      return upToDate;
    },
    attachment() {
      const text = attachedText(current.pack.info.id);
      if (text !== undefined) return locatePhrases(current.pack, text);
      return {
        found: [],
        problems: [
          {
            code: 'plan.attachment-missing',
            severity: 'warning',
            where: {},
            params: {},
            fix: 'popplus plan attach FILE',
          },
        ],
      };
    },
    reload() {
      const next = load(folder);
      problems = next.problems;
      upToDate = 'pack' in next;
      if ('pack' in next) current = next;
    },
    follow(onReload) {
      let timer: NodeJS.Timeout | undefined;
      const later = (): void => {
        clearTimeout(timer);
        timer = setTimeout(() => {
          try {
            store.reload();
          } catch {
            return later(); // a file went away between listing and reading; the folder is still being written
          }
          onReload();
        }, 200);
      };
      let watched = watchFolder(folder, later);
      const poll = setInterval(() => {
        if (watched.inode === inodeOf(folder)) return;
        watched.close();
        watched = watchFolder(folder, later);
        later();
      }, 1000);
      return {
        stop: () => {
          clearTimeout(timer);
          clearInterval(poll);
          watched.close();
        },
      };
    },
  };
  return store;
}

const inodeOf = (folder: string): number | undefined => statSync(folder, { throwIfNoEntry: false })?.ino;

/** Watches a folder while it is this folder; one that was swapped for another of the same name has another inode. */
function watchFolder(folder: string, onChange: () => void): { inode: number | undefined; close(): void } {
  const inode = inodeOf(folder);
  if (inode === undefined) return { inode, close: () => undefined };
  const watcher = watch(folder, { recursive: true }, onChange);
  watcher.on('error', onChange);
  return { inode, close: () => watcher.close() };
}

interface Loaded {
  readonly pack: Pack;
  readonly book: FigureBook;
  readonly map: string;
  readonly problems: readonly Problem[];
}

function load(folder: string): Loaded | { readonly problems: readonly Problem[] } {
  const { pack, problems } = readPack(folder);
  if (pack === undefined) return { problems: problems.length > 0 ? problems : [noPack(folder)] };
  const book = tryBook(pack);
  if ('code' in book) return { problems: [...problems, book] };
  const map = readTextFiles(folder).find((file) => file.path === 'map.geojson')?.text;
  return { pack, book, map: map ?? '{"type":"FeatureCollection","features":[]}', problems };
}

/** The pack's figures; what the checks let through and the formulas refuse comes back as a Problem. */
function tryBook(pack: Pack): FigureBook | Problem {
  try {
    return openBook(pack);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { code: 'plan.not-usable', severity: 'error', where: { file: 'baseline' }, params: { reason } };
  }
}

const noPack = (folder: string): Problem => ({
  code: 'plan.file-missing',
  severity: 'error',
  where: { file: join(folder, 'pack.yaml') },
  params: { file: 'pack.yaml' },
});
