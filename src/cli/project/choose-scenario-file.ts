import { existsSync, readFileSync } from 'node:fs';
import type { Problem } from '#base';
import { decodeText, readTable } from '#files';
import type { Pack, Scenario } from '#plan';
import { parseScenario } from '#plan/parse';
import { readAssumptions } from '#projection';
import { chooseScenario } from '../choose.ts';

/**
 * The scenario of `--scenario`: an id of the pack, a YAML file in the pack's own format, or a table (CSV, XLSX) of assumptions by
 * year that lies over the pack's reference scenario.
 */
export async function scenarioOf(
  pack: Pack,
  option: unknown,
): Promise<{ readonly scenario?: Scenario; readonly problems: readonly Problem[] }> {
  if (typeof option !== 'string' || !/\.\w+$/.test(option) || !existsSync(option))
    return { scenario: chooseScenario(pack, option), problems: [] };
  if (/\.ya?ml$/i.test(option)) return parseScenario({ path: option, text: decodeText(readFileSync(option)) }, pack);
  const table = await readTable(option);
  return 'problems' in table ? table : readAssumptions(table, chooseScenario(pack, undefined));
}
