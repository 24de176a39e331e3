export default function OverviewPage() {
  return <section className="page" />;
}
