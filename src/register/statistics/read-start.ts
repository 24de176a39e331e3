import type { CitedSource } from '#base';
import { AGES, AREA_CELLS, FEMALE, MALE, cell } from '#base';
import type { AreaVariableRow, StartTables } from '#plan';
import type { Database } from '#warehouse';
import { openDatabase, sqlText } from '#warehouse';
import type { RegisterVersion, Table } from '../versions.ts';
import { currentVersion, tableSql } from '../versions.ts';
import { batchesOf, scaleOf } from './scale-of.ts';

/**
 * The version in force as a count that indicators and projections of a pack may start from (`startAt`), of persons times the scale of the feeds; undefined
 * where there is no register. It is taken for the end of the year that is nearest to the day it is known until.
 */
export async function registerStart(home: string, city: string): Promise<StartTables | undefined> {
  const version = currentVersion(home);
  if (version === undefined) return undefined;
  const database = await openDatabase({ memory: '2GB' });
  try {
    return await startOf(database, home, version, city, scaleOf(batchesOf(home, version)));
  } finally {
    database.close();
  }
}

/** The year whose end is nearest to a day. */
export const nearestYearEnd = (day: string): number => Number(day.slice(0, 4)) - (Number(day.slice(5, 7)) > 6 ? 0 : 1);

async function startOf(
  database: Database,
  home: string,
  version: RegisterVersion,
  city: string,
  scale: number,
): Promise<StartTables> {
  const { known, simulated } = version;
  const table = (name: Table): string => tableSql(home, version.version, name);
  const year = nearestYearEnd(known);
  const cells = await database.rows<{ basis: string; county: string; male: boolean; age: number; people: number }>(
    `SELECT basis, county, sex = 'male' AS male, age::INTEGER AS age, sum(people) AS people FROM ${table('population')} GROUP BY ALL ORDER BY ALL`,
  );
  const areas = [...new Set(cells.map(({ county }) => county))].toSorted();
  const counts = (basis: string): number[] => {
    const all = Array.from({ length: areas.length * AREA_CELLS }, () => 0);
    for (const { county, male, age, people, basis: of } of cells)
      if (of === basis)
        all[cell(areas.indexOf(county), male ? MALE : FEMALE, Math.min(age, AGES - 1))]! += people * scale;
    return all;
  };
  const vital = await database.rows<{ county: string; male: boolean; births: number; deaths: number }>(
    `WITH years AS (SELECT *, coalesce(county, hukou_division) AS place, DATE ${sqlText(known)} AS until FROM ${table('person')})
     SELECT place AS county, sex = 'male' AS male,
      coalesce(sum(CASE WHEN died IS NULL THEN resident ELSE 1 END) FILTER (born > until - INTERVAL 1 YEAR AND born <= until), 0) AS births,
      count(*) FILTER (died > until - INTERVAL 1 YEAR AND died <= until) AS deaths
     FROM years WHERE sex IS NOT NULL GROUP BY ALL`,
  );
  const inArea = (area: string, male?: boolean) =>
    vital.filter((row) => row.county === area && (male === undefined || row.male === male));
  return {
    year,
    date: known,
    status: simulated ? 'simulated' : 'estimated',
    source: sourceOf(version, scale),
    scale,
    title: { zh: '人口库', en: 'The register' },
    areas,
    resident: counts('resident'),
    registered: counts('registered'),
    births: areas.flatMap((area) =>
      [false, true].map((male) => scale * inArea(area, male).reduce((sum, { births }) => sum + births, 0)),
    ),
    deaths: areas.map((area) => scale * inArea(area).reduce((sum, { deaths }) => sum + deaths, 0)),
    variables: await variablesOf(database, table, { year, city, scale }),
  };
}

const sourceOf = ({ version, known, simulated }: RegisterVersion, scale: number): CitedSource => ({
  doc: 'register',
  note: {
    zh: `${simulated ? '模拟;' : ''}人口库第${version}版,数据截至${known}${scale === 1 ? '' : `;样本1:${scale},按${scale}倍放大`}`,
    en: `${simulated ? 'simulated; ' : ''}register version ${version}, known until ${known}${scale === 1 ? '' : `; a sample of 1:${scale}, times ${scale}`}`,
  },
});

/** What the register counts in the words of the census tables, of the counties and the city together. */
async function variablesOf(
  database: Database,
  table: (name: Table) => string,
  { year, city, scale }: { year: number; city: string; scale: number },
): Promise<readonly AreaVariableRow[]> {
  const province = sqlText(city.slice(0, 2));
  const rows = await database.rows<{ area: string; variable: string; value: number }>(
    `WITH counted AS (
      SELECT county, CASE basis WHEN 'resident' THEN 'total-population' ELSE 'registered-population' END AS variable, sum(people) AS value
      FROM ${table('population')} GROUP BY ALL
      UNION ALL SELECT county, sex || '-population', sum(people) FROM ${table('population')} WHERE basis = 'resident' GROUP BY ALL
      UNION ALL SELECT county, unnest(['households', 'household-population', 'one-person-households']),
        unnest([sum(households), sum(households * size), coalesce(sum(households) FILTER (size = 1), 0)])
      FROM ${table('household_count')} WHERE type <> 'collective' GROUP BY county
      -- Whose registration is not known are spread as the others are.
      UNION ALL SELECT county, unnest(['inflow-same-province', 'inflow-other-province']), unnest([near * spread, far * spread]) FROM (
        SELECT *, CASE WHEN unknown = 0 THEN 1 ELSE 1 + unknown / nullif(near + far, 0) END AS spread FROM (
          SELECT county, coalesce(sum(resident) FILTER (starts_with(hukou_division, ${province}) AND hukou_division <> county), 0) AS near,
            coalesce(sum(resident) FILTER (NOT starts_with(hukou_division, ${province})), 0) AS far,
            coalesce(sum(resident) FILTER (hukou_division IS NULL), 0) AS unknown
          FROM ${table('person')} WHERE resident IS NOT NULL GROUP BY county)))
    SELECT coalesce(county, ${sqlText(city)}) AS area, variable, sum(value) AS value FROM counted WHERE value IS NOT NULL
    GROUP BY GROUPING SETS ((county, variable), (variable)) ORDER BY ALL`,
  );
  return rows.map(({ area, variable, value }) => ({ year, area, variable, value: value * scale }));
}
