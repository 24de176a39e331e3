export default function WarningsPage() {
  return <section className="page" />;
}
