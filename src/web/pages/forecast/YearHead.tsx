/** Head of a table whose columns are years. */
export function YearHead({ label, years }: { label: string; years: readonly number[] }) {
  return (
    <thead>
      <tr>
        <th scope="col">{label}</th>
        {years.map((year) => (
          <th key={year} scope="col" className="number">
            {year}
          </th>
        ))}
      </tr>
    </thead>
  );
}
