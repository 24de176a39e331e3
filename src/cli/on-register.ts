import { home } from '#files';
import type { FigureBook } from '#indicators';
import { openBook } from '#indicators';
import type { Pack } from '#plan';
import { startAt } from '#projection';
import type { Desk } from '#register';
import { openDesk, registerStart } from '#register';
import type { CommandInput, Terminal } from './command.ts';

function sayNone(terminal: Terminal): undefined {
  terminal.err({ zh: '还没有人口库:先 popplus refresh', en: 'no register: popplus refresh first' }[terminal.language]);
}

/** The version in force, opened for a command; undefined after it was said that there is none. The command closes it. */
export const deskFor = async (terminal: Terminal): Promise<Desk | undefined> =>
  (await openDesk(home())) ?? sayNone(terminal);

/** The pack of a command, on the register where `--register` asks for it; undefined after it was said that there is none. */
export async function packOnRegister(
  pack: Pack,
  options: CommandInput['options'],
  terminal: Terminal,
): Promise<Pack | undefined> {
  if (options['register'] !== true) return pack;
  const start = await registerStart(home(), pack.info.city);
  if (start === undefined) return sayNone(terminal);
  terminal.err(start.source.note![terminal.language]);
  return startAt(pack, start);
}

/** The figures of a pack's store, on the register where `--register` asks for it. */
export async function bookOnRegister(
  book: FigureBook,
  options: CommandInput['options'],
  terminal: Terminal,
): Promise<FigureBook | undefined> {
  const { pack } = book.baseline;
  const chosen = await packOnRegister(pack, options, terminal);
  return chosen === undefined || chosen === pack ? chosen && book : openBook(chosen);
}
