/**
 * SQL of the day that a text says, or null: 20240131 (also with a time behind), 2024-1-31, 2024/1/31, 2024.1.31, 2024年1月31日, any of them
 * with a time behind; a month (202401, 2024-01, 2024年1月) is its first day. Days before 1850 are no days.
 */
export function dateSql(text: string): string {
  const parsed = `CASE
    WHEN regexp_full_match(${text}, '\\d{8}(\\d{6})?') THEN try_strptime(left(${text}, 8), '%Y%m%d')::DATE
    WHEN regexp_full_match(${text}, '\\d{6}') THEN try_strptime(${text} || '01', '%Y%m%d')::DATE
    WHEN regexp_matches(${text}, '^\\d{4}[-/.年]\\d{1,2}[-/.月]\\d{1,2}日?([ T].*)?$')
      THEN try_cast(regexp_replace(${text}, '^(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2}).*$', '\\1-\\2-\\3') AS DATE)
    WHEN regexp_full_match(${text}, '\\d{4}[-/.年]\\d{1,2}月?')
      THEN try_cast(regexp_replace(${text}, '^(\\d{4})[-/.年](\\d{1,2})月?$', '\\1-\\2-01') AS DATE)
  END`;
  return `nullif(greatest(${parsed}, DATE '1849-12-31'), DATE '1849-12-31')`;
}
