import { userInfo } from 'node:os';
import type { AccountFault } from '#ledger';
import { PASSWORD_LENGTH } from '#ledger';
import type { Terminal } from './command.ts';
import { EXIT } from './command.ts';
import type { ChosenPassword } from './ask-password.ts';

/** Who works on accounts by command: there is no session, but a user of the machine. */
export const atConsole = (): string => `console:${userInfo().username}`;

const FAULTS: Readonly<Record<AccountFault, { readonly zh: string; readonly en: string }>> = {
  name: {
    zh: '账号名为 2—40 个字母、汉字、数字或 . _ -',
    en: 'a name is 2 to 40 letters, digits, or . _ -',
  },
  password: {
    zh: `密码至少 ${PASSWORD_LENGTH} 位`,
    en: `a password has ${PASSWORD_LENGTH} characters at least`,
  },
  taken: { zh: '这个账号名已被使用(停用的也算)', en: 'the name is taken (a disabled account keeps its own)' },
  unknown: { zh: '没有这个账号', en: 'there is no such account' },
};

/** Says what became of a command on an account, with the password that was made for it, once; returns the exit code. */
export function tellOutcome(
  terminal: Terminal,
  fault: AccountFault | undefined,
  done: { readonly zh: string; readonly en: string },
  chosen?: ChosenPassword,
): number {
  if (fault !== undefined) {
    terminal.err(FAULTS[fault][terminal.language]);
    return EXIT.problems;
  }
  terminal.out(done[terminal.language]);
  if (chosen?.made === true)
    terminal.out(
      { zh: `密码:${chosen.password}(只显示这一次)`, en: `password: ${chosen.password} (shown this once)` }[
        terminal.language
      ],
    );
  return EXIT.ok;
}
