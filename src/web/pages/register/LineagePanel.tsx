import { Button } from 'antd';
import { Link } from 'wouter';
import { useSession } from '../../session.tsx';
import { fill } from '../../text/catalogue.ts';
import { useLocal, useText } from '../../text/language.tsx';
import { useAddress } from '../../url/use-address.ts';
import type { Version } from './register-figure.ts';
import type { UpdateRegister } from './register-params.ts';
import { registerText } from './text.ts';

/** From the numbers of a version back to the files they come from. */
export function LineagePanel({ version, update }: { version: Version; update: UpdateRegister }) {
  const { pack } = useSession();
  const text = useText(registerText);
  const local = useLocal();
  const address = useAddress();
  const datasets = [...new Set(version.batches.map(({ dataset }) => dataset))].sort();
  return (
    <section className="panel">
      <div className="rg-version-head">
        <h2>{fill(text.lineage, { number: version.number })}</h2>
        <Button size="small" onClick={() => update({ lineage: '' })}>
          {text.close}
        </Button>
      </div>
      <p className="soft">{text.lineageNote}</p>
      <ul className="rg-lineage">
        {datasets.map((id) => {
          const batches = version.batches.filter(({ dataset }) => dataset === id);
          const contract = pack.datasets.find((dataset) => dataset.id === id);
          return (
            <li key={id}>
              <Link href={address('/data', { dataset: id })}>
                {contract === undefined ? id : local(contract.label)}
              </Link>
              <details>
                <summary>{fill(text.fileCount, { files: batches.length })}</summary>
                <ul>
                  {batches.map(({ batch, file }) => (
                    <li key={batch}>
                      {file} <code className="soft">{batch}</code>
                    </li>
                  ))}
                </ul>
              </details>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
