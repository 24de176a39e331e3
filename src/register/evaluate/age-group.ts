/** Age group of a measure: `00-14` to `80+`, `unknown` where the age is. */
export const ageGroupSql = (age: string): string =>
  `CASE WHEN ${age} < 15 THEN '00-14' WHEN ${age} < 30 THEN '15-29' WHEN ${age} < 60 THEN '30-59' WHEN ${age} < 80 THEN '60-79' WHEN ${age} >= 80 THEN '80+' ELSE 'unknown' END`;
