import type { CodeTable, Dataset, DatasetPerson, SignOfLife } from '#plan';
import { ADDRESS_COLUMNS, NAME_COLUMNS } from '#linkage';
import { sqlName, sqlText } from '#warehouse';
import { entryName } from './check-rows.ts';
import { dictionaryTable } from './dictionary.ts';
import type { Kind } from './make-entry.ts';

/**
 * Mentions of persons out of the accepted rows of view `clean` (normalised fields, entries in dictionaries, `row_id`): one row per person that a
 * row mentions, in the columns of a person record and those the register adds. A mention without name and number is nobody.
 */
export function personsSql(dataset: Dataset, tables: readonly CodeTable[]): string {
  return dataset.persons.map((person) => personSql(dataset, person, tables)).join('\nUNION ALL\n');
}

const field = (id: string | undefined): string => (id === undefined ? 'NULL::VARCHAR' : `clean.${sqlName(id)}`);

const recordId = (role: string): string => `row_id || ${sqlText(`.${role}`)}`;

function personSql(dataset: Dataset, person: DatasetPerson, tables: readonly CodeTable[]): string {
  const { name, identity, address, hukouAddress, phone } = person;
  const joins: string[] = [];
  /** Columns of the entry that a field's value has in its dictionary; null where the contract names no field. */
  const entryOf = (alias: string, kind: Kind, id: string | undefined): ((column: string) => string) => {
    if (id === undefined) return () => 'NULL';
    joins.push(`LEFT JOIN ${dictionaryTable(kind)} ${alias} ON ${alias}.entry = clean.${entryName(id)}`);
    return (column) => `${alias}.${column}`;
  };
  const named = entryOf('named', 'person-name', name);
  const numbered = entryOf('numbered', 'identity-number', identity);
  const living = entryOf('living', 'address', address);
  const coded = entryOf('coded', 'division', person.division);
  const registered = entryOf('registered', 'address', hukouAddress);
  const hukouCoded = entryOf('hukou_coded', 'division', person.hukouDivision);
  const birth = person.birth === undefined ? 'NULL' : `strftime(${field(person.birth)}, '%Y%m%d')`;
  const ofValid = (column: string): string => `CASE WHEN ${numbered('valid')} THEN ${numbered(column)} END`;
  const columns: readonly (readonly [string, string])[] = [
    ['record_id', recordId(person.role)],
    ['row_id', 'row_id'],
    ['dataset', sqlText(dataset.id)],
    ['role', sqlText(person.role)],
    ['known_since', 'known_since'],
    ['id_token', field(identity)],
    ['id_valid', `${numbered('valid')}::BOOLEAN`],
    ['id_division', `${numbered('division')}::VARCHAR`],
    ['id_birth', `${numbered('birth')}::VARCHAR`],
    ['id_sequence', `${numbered('sequence')}::VARCHAR`],
    ['written_name', field(name)],
    ...NAME_COLUMNS.map((column): [string, string] => [column, named(column)]),
    ['sex', `coalesce(${sexSql(dataset, person, tables)}, ${ofValid('sex')})::VARCHAR`],
    ['birth', `coalesce(${birth}, ${ofValid('birth')})::VARCHAR`],
    ['phone_token', field(phone)],
    ['division', `coalesce(${living('county')}, ${coded('county')})::VARCHAR`],
    ['township', `coalesce(${living('township')}, ${coded('township')})::VARCHAR`],
    ...ADDRESS_COLUMNS.map((column): [string, string] => [column, `${living(column)}::VARCHAR`]),
    ['former_name', field(person.formerName)],
    ['nationality', field(person.nationality)],
    ['education', field(person.education)],
    ['marital_status', field(person.maritalStatus)],
    ['hukou_division', `coalesce(${registered('county')}, ${hukouCoded('county')})::VARCHAR`],
    ['hukou_township', `coalesce(${registered('township')}, ${hukouCoded('township')})::VARCHAR`],
    ['hukou_place', `${registered('address_place')}::VARCHAR`],
    ['hukou_numbers', `${registered('address_numbers')}::VARCHAR`],
    ['household', field(person.household)],
    ['relation_to_head', field(person.relationToHead)],
  ];
  const somebody = [name, ...(identity === undefined ? [] : [identity])].map((id) => `${field(id)} IS NOT NULL`);
  return `SELECT ${columns.map(([as, sql]) => `${sql} AS ${sqlName(as)}`).join(',\n  ')}
    FROM clean ${joins.join(' ')} WHERE ${somebody.join(' OR ')}`;
}

/** Sex as female or male: by the role, or by what the code means. */
function sexSql(dataset: Dataset, { impliedSex, sex }: DatasetPerson, tables: readonly CodeTable[]): string {
  if (impliedSex !== undefined) return sqlText(impliedSex);
  if (sex === undefined) return 'NULL';
  const codes = dataset.fields.find(({ id }) => id === sex)?.codes;
  const rows = tables.find(({ id }) => id === codes)?.rows ?? [];
  const meant = rows.filter(({ meaning }) => meaning !== '');
  return `CASE ${field(sex)} ${meant.map(({ code, meaning }) => `WHEN ${sqlText(code)} THEN ${sqlText(meaning)}`).join(' ')} END`;
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
    dataset.signsOfLife.flatMap(({ kind, of, on, until, where, months, when }) =>
      of.map((role) => {
        const last = `${sqlName(on)} + INTERVAL ${months} MONTH`;
        return `SELECT ${recordId(role)} AS record_id, ${sqlText(kind)} AS kind, ${sqlName(on)} AS first_day,
          (${until === undefined ? last : `coalesce(${sqlName(until)}, ${last})`})::DATE AS last_day, known_since
          FROM clean WHERE ${sqlName(on)} IS NOT NULL${where === undefined ? '' : ` AND ${sqlName(where)} IS NOT NULL`}${whenSql(when)}`;
      }),
    ),
    `SELECT NULL::VARCHAR AS record_id, NULL::VARCHAR AS kind, NULL::DATE AS first_day, NULL::DATE AS last_day,
      NULL::DATE AS known_since WHERE false`,
  );

const union = (parts: readonly string[], empty: string): string => [...parts, empty].join('\nUNION ALL\n');
