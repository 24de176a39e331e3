import type { UploadAnswer } from '#api/answers';
import { refusal, RequestFailure } from '../../server/request.ts';

/**
 * Sends a file to a feed; `onSent` tells the share of its bytes sent. `fetch` does not tell how far a body is, so this is an XMLHttpRequest.
 * Rejects with a `RequestFailure`; `stop` gives the request up.
 */
export function upload(
  dataset: string,
  file: File,
  onSent: (share: number) => void,
): { readonly answer: Promise<UploadAnswer>; stop(): void } {
  const call = new XMLHttpRequest();
  const answer = new Promise<UploadAnswer>((resolve, reject) => {
    call.upload.addEventListener('progress', ({ loaded, total }) => onSent(total === 0 ? 1 : loaded / total));
    call.upload.addEventListener('load', () => onSent(1));
    call.addEventListener('load', () =>
      call.status >= 200 && call.status < 300
        ? resolve(JSON.parse(call.responseText) as UploadAnswer)
        : reject(refusal(call.status, call.responseText)),
    );
    call.addEventListener('error', () => reject(new RequestFailure(0)));
    call.open('POST', `/api/datasets/${dataset}/files`);
    call.setRequestHeader('content-type', 'application/octet-stream');
    call.setRequestHeader('x-file-name', encodeURIComponent(file.name));
    call.send(file);
  });
  return { answer, stop: () => call.abort() };
}
