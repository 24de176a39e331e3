import { planAreas } from '#plan';
import { useSession } from '../../session.tsx';
import { useLocal, useText } from '../../text/language.tsx';
import { Choose } from '../plan/Choose.tsx';
import type { RegisterState, UpdateRegister } from './register-params.ts';
import { registerText } from './text.ts';

/** The city or one of its counties. */
export function AreaChoice({ state, update }: { state: RegisterState; update: UpdateRegister }) {
  const { pack } = useSession();
  const text = useText(registerText);
  const local = useLocal();
  return (
    <Choose
      label={text.county}
      value={state.county}
      onChange={(county) => update({ county })}
      options={planAreas(pack).map(({ code, name }) => ({
        value: code === pack.info.city ? '' : code,
        label: local(name),
      }))}
    />
  );
}
