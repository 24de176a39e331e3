export default function PlanPage() {
  return <section className="page" />;
}
