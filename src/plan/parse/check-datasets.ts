import type { Problem } from '#base';
import { nearest } from '#base';
import type { CodeTable } from '../pack.ts';
import type { Dataset } from './dataset-schema.ts';
import { DATE_FORMS } from './dataset-schema.ts';
import type { ReadFile } from './parse-pack.ts';

/** Rules on contracts that a schema cannot say: fields and codes referred to exist, and each field is written as its type can be. */
export function checkDatasets(files: readonly ReadFile[], tables: readonly CodeTable[]): Problem[] {
  return files
    .filter((file) => /^datasets\/[^/]+\.yaml$/.test(file.path) && file.value !== undefined)
    .flatMap((file) => checkDataset(file, file.value as Dataset, tables));
}

type Path = readonly (string | number)[];

function checkDataset(file: ReadFile, dataset: Dataset, tables: readonly CodeTable[]): Problem[] {
  const problems: Problem[] = [];
  const report = (code: Problem['code'], path: Path, params: Problem['params'], fix?: string): void => {
    problems.push({
      code,
      severity: 'error',
      where: file.placeOf(path),
      params,
      ...(fix === undefined ? {} : { fix }),
    });
  };
  const fields = new Map(dataset.fields.map((field) => [field.id, field]));
  const repeated = (key: 'id' | 'column'): void =>
    dataset.fields.forEach((field, index) => {
      const first = dataset.fields.findIndex((other) => other[key] === field[key]);
      if (first < index)
        report('plan.id-repeated', ['fields', index, key], { id: field[key], other: `fields.${first}` });
    });
  repeated('id');
  repeated('column');
  const expectField = (path: Path, id: string | undefined, types?: readonly string[]): void => {
    if (id === undefined) return;
    const field = fields.get(id);
    if (field === undefined) report('plan.field-unknown', path, { id }, nearest(id, fields.keys()));
    else if (types !== undefined && !types.includes(field.type))
      report('plan.value-invalid', path, { reason: `${id} is ${field.type}, not ${types.join(' | ')}` });
  };
  const expectRoles = (path: Path, roles: readonly string[]): void => {
    const known = dataset.persons.map(({ role }) => role as string);
    roles.forEach((role, index) => {
      if (!known.includes(role)) report('plan.role-unknown', [...path, index], { id: role }, nearest(role, known));
    });
  };
  const expectCondition = (path: Path, when: Dataset['events'][number]['when']): void => {
    if (when === undefined) return;
    expectField([...path, 'when', 'field'], when.field, ['code']);
    const table = tables.find(({ id }) => id === fields.get(when.field)?.codes);
    when.is.forEach((code, index) => {
      const codes = table?.rows.map((row) => row.code);
      if (codes !== undefined && !codes.includes(code))
        report('plan.code-unknown', [...path, 'when', 'is', index], { id: code, table: table?.id ?? '' });
    });
  };

  dataset.fields.forEach((field, index) => {
    if ((field.type === 'code') !== (field.codes !== undefined))
      report('plan.value-invalid', ['fields', index], { reason: 'codes go with type code, and only with it' });
    if (field.codes !== undefined && !tables.some(({ id }) => id === field.codes))
      report(
        'plan.code-table-unknown',
        ['fields', index, 'codes'],
        { id: field.codes },
        nearest(
          field.codes,
          tables.map(({ id }) => id),
        ),
      );
    const forms = FORMS[field.type];
    if (forms === undefined ? field.writes !== undefined : !forms.includes(field.writes ?? ''))
      report('plan.value-invalid', ['fields', index, 'writes'], {
        reason: forms === undefined ? `nothing to say for ${field.type}` : forms.join(' | '),
      });
  });
  dataset.key.forEach((id, index) => expectField(['key', index], id));
  expectField(['knownSince'], dataset.knownSince, TIMES);
  dataset.persons.forEach((person, index) => {
    const { role: _role, needed: _needed, impliedSex: _sex, ...columns } = person;
    for (const [part, id] of Object.entries(columns)) expectField(['persons', index, part], id, PERSON_PARTS[part]);
  });
  dataset.events.forEach((event, index) => {
    expectField(['events', index, 'date'], event.date, TIMES);
    expectRoles(['events', index, 'of'], event.of);
    expectCondition(['events', index], event.when);
  });
  dataset.signsOfLife.forEach((sign, index) => {
    expectField(['signsOfLife', index, 'on'], sign.on, TIMES);
    expectField(['signsOfLife', index, 'until'], sign.until, TIMES);
    expectField(['signsOfLife', index, 'where'], sign.where, ['division']);
    expectRoles(['signsOfLife', index, 'of'], sign.of);
    expectCondition(['signsOfLife', index], sign.when);
  });
  return problems;
}

const TIMES = ['date', 'month', 'time'];

const FORMS: Partial<Record<Dataset['fields'][number]['type'], readonly string[]>> = {
  code: ['code', 'name'],
  date: DATE_FORMS.filter((form) => /D/.test(form)),
  month: DATE_FORMS.filter((form) => !/D/.test(form)),
  time: ['YYYYMMDDhhmmss', 'YYYY-MM-DD hh:mm:ss'],
};

const PERSON_PARTS: Record<string, readonly string[]> = {
  name: ['person-name'],
  formerName: ['person-name'],
  identity: ['identity-number'],
  sex: ['code'],
  birth: TIMES,
  nationality: ['code'],
  education: ['code'],
  maritalStatus: ['code'],
  phone: ['phone'],
  address: ['address'],
  division: ['division'],
  hukouAddress: ['address'],
  hukouDivision: ['division'],
  household: ['text'],
  relationToHead: ['code'],
};
