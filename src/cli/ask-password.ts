import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { PASSWORD_LENGTH, makePassword } from '#ledger';
import type { Terminal } from './command.ts';
import { UsageError } from './command.ts';

/** A password and whether it was made here, so that it must be shown. */
export interface ChosenPassword {
  readonly password: string;
  readonly made: boolean;
}

/** Takes a password from the keyboard, unseen, or the first line of what is piped in; none typed, or `generate`: makes one. */
export async function askPassword(generate: boolean, terminal: Terminal): Promise<ChosenPassword> {
  if (generate) return { password: makePassword(), made: true };
  const typed = process.stdin.isTTY
    ? await typedUnseen(
        {
          zh: `密码(至少 ${PASSWORD_LENGTH} 位;直接回车则生成一个):`,
          en: `password (${PASSWORD_LENGTH} characters at least; Enter alone makes one): `,
        }[terminal.language],
      )
    : await firstLine();
  if (typed === '' && process.stdin.isTTY) return { password: makePassword(), made: true };
  if (typed.length < PASSWORD_LENGTH) throw new UsageError(`the password has fewer than ${PASSWORD_LENGTH} characters`);
  return { password: typed, made: false };
}

async function typedUnseen(question: string): Promise<string> {
  process.stderr.write(question);
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  const typed = await lines.question('');
  lines.close();
  process.stderr.write('\n');
  return typed;
}

async function firstLine(): Promise<string> {
  for await (const line of createInterface({ input: process.stdin })) return line;
  return '';
}
