export default function PopulationPage() {
  return <section className="page" />;
}
