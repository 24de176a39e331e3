import type { CodeTable, Dataset, DatasetPerson, SignOfLife } from '#plan';
import { ADDRESS_COLUMNS, NAME_COLUMNS } from '#linkage';
import { sqlName, sqlText } from '#warehouse';
import { entryColumn } from './field-sql.ts';

/**
 * Mentions of persons out of the accepted rows of table `clean` (normalised fields, dictionary entries joined, `row_id`): one row per person that
 * a row mentions, in the columns of a person record and those the register adds. A mention without name and number is nobody.
 */
export function personsSql(dataset: Dataset, tables: readonly CodeTable[]): string {
  return dataset.persons.map((person) => personSql(dataset, person, tables)).join('\nUNION ALL\n');
}

const field = (id: string | undefined): string => (id === undefined ? 'NULL::VARCHAR' : sqlName(id));

/** A column of the dictionary entry of a field. */
const entry = (id: string | undefined, column: Parameters<typeof entryColumn>[1]): string =>
  id === undefined ? 'NULL::VARCHAR' : sqlName(`${id}.${column}`);

const recordId = (role: string): string => `row_id || ${sqlText(`.${role}`)}`;

function personSql(dataset: Dataset, person: DatasetPerson, tables: readonly CodeTable[]): string {
  const { name, identity, address, hukouAddress, phone } = person;
  const birth = person.birth === undefined ? 'NULL' : `strftime(${sqlName(person.birth)}, '%Y%m%d')`;
  const id = (column: 'birth' | 'sex') =>
    `CASE WHEN ${entry(identity, 'valid')} = 'true' THEN ${entry(identity, column)} END`;
  const sex = `coalesce(${sexSql(dataset, person, tables)}, ${id('sex')})`;
  const columns: readonly (readonly [string, string])[] = [
    ['record_id', recordId(person.role)],
    ['row_id', 'row_id'],
    ['dataset', sqlText(dataset.id)],
    ['role', sqlText(person.role)],
    ['known_since', 'known_since'],
    ['id_token', field(identity)],
    ['id_valid', `${entry(identity, 'valid')} = 'true'`],
    ['id_division', entry(identity, 'division')],
    ['id_birth', entry(identity, 'birth')],
    ['id_sequence', entry(identity, 'sequence')],
    ['written_name', field(name)],
    ...NAME_COLUMNS.map((column): [string, string] => {
      const type = column === 'name_length' ? 'INTEGER' : column === 'name_partial' ? 'BOOLEAN' : 'VARCHAR';
      return [column, `${entry(name, column)}::${type}`];
    }),
    ['sex', sex],
    ['birth', `coalesce(${birth}, ${id('birth')})`],
    ['phone_token', field(phone)],
    ['division', `coalesce(${entry(address, 'county')}, ${field(person.division)})`],
    ['township', `coalesce(${entry(address, 'township')}, ${entry(person.division, 'township')})`],
    ...ADDRESS_COLUMNS.map((column): [string, string] => [column, entry(address, column)]),
    ['former_name', field(person.formerName)],
    ['nationality', field(person.nationality)],
    ['education', field(person.education)],
    ['marital_status', field(person.maritalStatus)],
    ['hukou_division', `coalesce(${entry(hukouAddress, 'county')}, ${field(person.hukouDivision)})`],
    ['hukou_township', `coalesce(${entry(hukouAddress, 'township')}, ${entry(person.hukouDivision, 'township')})`],
    ['hukou_place', entry(hukouAddress, 'address_place')],
    ['hukou_numbers', entry(hukouAddress, 'address_numbers')],
    ['household', field(person.household)],
    ['relation_to_head', field(person.relationToHead)],
  ];
  return `SELECT ${columns.map(([as, sql]) => `${sql} AS ${sqlName(as)}`).join(',\n  ')}
    FROM clean WHERE ${sqlName(name)} IS NOT NULL OR ${identity === undefined ? 'false' : `${sqlName(identity)} IS NOT NULL`}`;
}

/** Sex as female or male: by the role, or by the code table's English word. */
function sexSql(dataset: Dataset, { impliedSex, sex }: DatasetPerson, tables: readonly CodeTable[]): string {
  if (impliedSex !== undefined) return sqlText(impliedSex);
  if (sex === undefined) return 'NULL::VARCHAR';
  const codes = dataset.fields.find(({ id }) => id === sex)?.codes;
  const rows = tables.find(({ id }) => id === codes)?.rows ?? [];
  const of = (word: RegExp): string =>
    rows
      .filter(({ zh }) => word.test(zh))
      .map(({ code }) => sqlText(code))
      .join(', ');
  return `CASE WHEN ${sqlName(sex)} IN (${of(/^女/)}) THEN 'female' WHEN ${sqlName(sex)} IN (${of(/^男/)}) THEN 'male' END`;
}

const whenSql = (when: SignOfLife['when']): string =>
  when === undefined ? '' : ` AND ${sqlName(when.field)} IN (${when.is.map(sqlText).join(', ')})`;

/** What happened to whom: record, kind, day. */
export const eventsSql = (dataset: Dataset): string =>
  union(
    dataset.events.flatMap(({ kind, date, of, when }) =>
      of.map(
        (role) => `SELECT ${recordId(role)} AS record_id, ${sqlText(kind)} AS kind, ${sqlName(date)} AS day, known_since
          FROM clean WHERE ${sqlName(date)} IS NOT NULL${whenSql(when)}`,
      ),
    ),
    `SELECT NULL::VARCHAR AS record_id, NULL::VARCHAR AS kind, NULL::DATE AS day, NULL::DATE AS known_since WHERE false`,
  );

/** Signs of life: record, kind, first and last day for which the row may speak. */
export const signsSql = (dataset: Dataset): string =>
  union(
    dataset.signsOfLife.flatMap(({ kind, of, on, until, months, when }) =>
      of.map((role) => {
        const last = `${sqlName(on)} + INTERVAL ${months} MONTH`;
        return `SELECT ${recordId(role)} AS record_id, ${sqlText(kind)} AS kind, ${sqlName(on)} AS first_day,
          (${until === undefined ? last : `coalesce(${sqlName(until)}, ${last})`})::DATE AS last_day, known_since
          FROM clean WHERE ${sqlName(on)} IS NOT NULL${whenSql(when)}`;
      }),
    ),
    `SELECT NULL::VARCHAR AS record_id, NULL::VARCHAR AS kind, NULL::DATE AS first_day, NULL::DATE AS last_day,
      NULL::DATE AS known_since WHERE false`,
  );

const union = (parts: readonly string[], empty: string): string => [...parts, empty].join('\nUNION ALL\n');
