import type { Version } from '../register-figure.ts';
import type { RegisterState, UpdateRegister } from '../register-params.ts';
import { FiguresPanel } from './FiguresPanel.tsx';
import { RegisterPyramid } from './RegisterPyramid.tsx';

/** The register in the shapes of the census: its pyramid and indicators beside census, published totals and projection. */
export function StatisticsTab(props: {
  readonly version: Version;
  readonly state: RegisterState;
  readonly update: UpdateRegister;
}) {
  return (
    <div className="rg-page">
      <RegisterPyramid {...props} />
      <FiguresPanel {...props} />
    </div>
  );
}
