import { random } from '#base';
import type { Pack } from '#plan';
import { openDatabase } from '#warehouse';
import type { ResidenceCheck } from '../checks/checks.ts';
import { drawChecklist } from '../checks/draw-checklist.ts';
import { openDesk } from '../read/desk.ts';
import { currentVersion } from '../versions.ts';
import { judge } from './judge.ts';
import { livingSql } from './truth-csv.ts';

/** Shares of people of whom nobody can say, and of whom the contrary is said (proposals). */
const [UNANSWERED, WRONG] = [0.1, 0.01];

/** A residence check played: so many people of the version in force are drawn, and the truth answers, as people do: of some not at all, of a few wrongly. */
export async function askTruly(
  home: string,
  pack: Pack,
  feeds: string,
  truth: string,
  people: number,
): Promise<readonly ResidenceCheck[]> {
  const version = currentVersion(home)!;
  const desk = (await openDesk(home))!;
  const list = await drawChecklist(desk, people);
  desk.close();
  const database = await openDatabase({ memory: '6GB' });
  try {
    await judge(database, home, pack, version, feeds, truth);
    const rows = await database.rows<{ person: string; here: boolean }>(
      `SELECT person_id AS person, l.person IS NOT NULL AS here FROM (SELECT person_id, mode(truth) AS truth FROM judged WHERE is_own GROUP BY 1) w
       LEFT JOIN ${livingSql(truth, version.known)} l ON l.person = w.truth`,
    );
    const lives = new Map(rows.map(({ person, here }) => [person, here]));
    const draw = random(1, version.version);
    return list.flatMap(({ person }) => {
      const [met, right] = [draw.uniform() >= UNANSWERED, draw.uniform() >= WRONG];
      const here = lives.get(person);
      return met && here !== undefined ? [{ person, here: here === right, day: version.known }] : [];
    });
  } finally {
    database.close();
  }
}
