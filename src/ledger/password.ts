import { randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify<string, Buffer, number, object, Buffer>(scrypt);

/** Work of scrypt (RFC 7914): 32 MB and some 100 ms a try. */
const COST = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 2 ** 20 };
const LENGTH = 32;

/** Fewest characters of a password. */
export const PASSWORD_LENGTH = 10;

/** A password as it is kept: `scrypt$SALT$HASH`, both in base64. */
export async function hashPassword(password: string, salt = randomBytes(16)): Promise<string> {
  const hash = await derive(password.normalize('NFKC'), salt, LENGTH, COST);
  return `scrypt$${salt.toString('base64')}$${hash.toString('base64')}`;
}

/** Whether a password is the one kept; where nothing is kept it takes as long and is not. */
export async function isPassword(password: string, kept: string | undefined): Promise<boolean> {
  const [, salt = '', hash = ''] = (kept ?? NOBODY).split('$');
  const found = await derive(password.normalize('NFKC'), Buffer.from(salt, 'base64'), LENGTH, COST);
  return timingSafeEqual(found, Buffer.from(hash, 'base64')) && kept !== undefined;
}

const NOBODY = `scrypt$${randomBytes(16).toString('base64')}$${randomBytes(LENGTH).toString('base64')}`;

/** Letters and digits that are not taken for one another. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password of 80 bits, in four groups. */
export const makePassword = (): string =>
  Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => SIGNS[randomInt(SIGNS.length)]).join('')).join('-');
