export default function ForecastPage() {
  return <section className="page" />;
}
