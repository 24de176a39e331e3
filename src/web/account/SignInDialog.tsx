import { Button, Modal } from 'antd';
import type { SubmitEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import { formText } from '../frame/form-text.ts';
import { RequestFailure } from '../server/request.ts';
import { FailureNote } from '../server/FailureNote.tsx';
import { useText } from '../text/language.tsx';
import { useAccount } from './account.tsx';
import { accountText } from './text.ts';
import './account.css';

/**
 * Name and password; a refusal stays in view. It opens without motion: the focus is set after it, and would tear whoever types at once from the password back to the
 * name. Who signs in goes on at the top of the page, for the button that led here is gone.
 */
export default function SignInDialog({ onClose }: { onClose: () => void }) {
  const text = useText(accountText);
  const { signIn } = useAccount();
  const first = useRef<HTMLInputElement>(null);
  const [sending, setSending] = useState(false);
  const [failure, setFailure] = useState<RequestFailure>();
  useEffect(
    () => () => {
      if (document.activeElement === document.body) document.querySelector('main')?.focus();
    },
    [],
  );
  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setSending(true);
    try {
      await signIn(formText(form, 'name'), formText(form, 'password'));
      onClose();
    } catch (error) {
      if (!(error instanceof RequestFailure)) throw error;
      setFailure(error);
      setSending(false);
    }
  };
  return (
    <Modal
      open
      title={text.signIn}
      footer={null}
      onCancel={onClose}
      width={380}
      destroyOnHidden
      transitionName=""
      maskTransitionName=""
      afterOpenChange={(open) => open && first.current?.focus()}
    >
      <form className="sign-in" onSubmit={(event) => void submit(event)}>
        <label>
          <span>{text.name}</span>
          <input name="name" autoComplete="username" required ref={first} />
        </label>
        <label>
          <span>{text.password}</span>
          <input name="password" type="password" autoComplete="current-password" required />
        </label>
        {failure !== undefined &&
          (failure.status === 401 ? (
            <p role="alert" className="sign-in-wrong">
              {text.wrong}
            </p>
          ) : (
            <FailureNote failure={failure} />
          ))}
        <Button type="primary" htmlType="submit" loading={sending} block>
          {text.signIn}
        </Button>
        <p className="soft">{text.howto}</p>
        <code>popplus account add …</code>
      </form>
    </Modal>
  );
}
