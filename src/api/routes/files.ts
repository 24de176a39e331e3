import { createWriteStream } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { basename, join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { OpenAPIHono, createRoute, z } from '@hono/zod-openapi';
import type { Language, Problem } from '#base';
import { describeProblem } from '#base';
import type { IngestResult } from '#datasets';
import { stagingFolder } from '#datasets';
import type { PackStore } from '#files';
import type { Dataset, Pack } from '#plan';
import { scopeOf } from '../access.ts';
import type { UploadAnswer } from '../answers.ts';
import { choices } from '../choices.ts';
import { RequestError, requestProblem } from '../problem-response.ts';
import type { Services } from '../services.ts';
import { answer, failure } from './describe.ts';

/** Largest file taken, bytes. */
export const FILE_LIMIT = 512 * 2 ** 20;

const id = z.object({ id: z.string().openapi({ example: 'household-registration' }) });

/** Files of departments handed in: written to the vault's staging a piece at a time, taken in by a process of its own, and gone. */
export function fileRoutes(store: PackStore, services: Services): OpenAPIHono {
  const { home, ledger } = services;
  const routes = new OpenAPIHono();
  routes.openapi(
    createRoute({
      method: 'post',
      path: '/datasets/{id}/files',
      summary: 'Takes a file of a department: the body is the file, `x-file-name` its name, percent-encoded',
      request: {
        params: id,
        headers: z.object({ 'x-file-name': z.string().max(600).optional() }),
        body: {
          required: true,
          content: { 'application/octet-stream': { schema: z.any().openapi({ type: 'string', format: 'binary' }) } },
        },
      },
      responses: {
        200: answer(
          'what became of it; `batch` is empty where the file was refused, with the reasons',
          z.looseObject({ batch: z.string(), read: z.number(), accepted: z.number(), quarantined: z.number() }),
        ),
        404: failure('there is no such dataset'),
        413: failure('the file is too large'),
        422: failure('the file is empty'),
      },
    }),
    async (context) => {
      const dataset = choices(store).dataset(context.req.valid('param').id);
      const name = fileName(context.req.valid('header')['x-file-name'], dataset);
      const staging = stagingFolder(home, dataset.id, `upload-${randomUUID()}`);
      try {
        const path = join(staging.folder, name);
        await receive(context.req.raw.body, Number(context.req.header('content-length') ?? 0), path);
        const scope = scopeOf(context);
        const input = { task: 'ingest', home, pack: store.pack, dataset: dataset.id, path } as const;
        const { batch, unchanged, problems } = await services.takeIn<IngestResult>(input);
        await ledger.use((open) =>
          open.record(
            {
              by: scope.account,
              kind: 'file.handed-in',
              subject: `${dataset.id}/${batch?.id ?? 'refused'}`,
              body: { known: unchanged },
              reason: '',
            },
            scope,
          ),
        );
        return context.json(
          {
            batch: batch?.id ?? '',
            read: batch?.read ?? 0,
            accepted: batch?.accepted ?? 0,
            quarantined: batch?.quarantined ?? 0,
            known: unchanged,
            problems: problems.map(withoutFix).map((problem) => ({
              severity: problem.severity,
              zh: described(problem, 'zh', store.pack).replaceAll(path, name),
              en: described(problem, 'en', store.pack).replaceAll(path, name),
            })),
          } satisfies UploadAnswer as never,
          200,
        );
      } finally {
        staging.drop();
      }
    },
  );
  return routes;
}

/** A problem with the feeds it names by their labels: who hands in a file by a page does not know their ids. */
function described(problem: Problem, language: Language, { datasets }: Pack): string {
  const labelOf = (value: string | number) => datasets.find(({ id }) => id === value)?.label[language] ?? value;
  if (problem.code !== 'dataset.wrong-department') return describeProblem(problem, language);
  const params = Object.entries(problem.params).map(([name, value]) => [name, labelOf(value)] as const);
  return describeProblem({ ...problem, params: Object.fromEntries(params) }, language);
}

/** The fixes are commands, and those who hand in a file by a page have none. */
const withoutFix = (problem: Problem): Problem => {
  const { fix: _, ...rest } = problem;
  return rest;
};

/** A name that is safe in any folder, made of the one that was sent. */
function fileName(sent: string | undefined, dataset: Dataset): string {
  let text = sent ?? '';
  try {
    text = decodeURIComponent(text);
  } catch {
    // not percent-encoded after all
  }
  const last = basename(text.normalize('NFC').replaceAll('\\', '/'));
  const safe = last
    .replace(/[^\p{L}\p{N}._ -]/gu, '_')
    .replace(/^[. ]+/, '')
    .slice(-80);
  return safe === '' || safe === 'work' ? `${dataset.id}.${dataset.file.format}` : safe;
}

/** Writes a request's body to a file, a piece at a time; too large or empty is refused. */
async function receive(body: ReadableStream<Uint8Array> | null, announced: number, path: string): Promise<void> {
  const tooLarge = (): RequestError =>
    new RequestError(413, [requestProblem('request.too-large', 'body', { limit: FILE_LIMIT })]);
  if (announced > FILE_LIMIT) throw tooLarge();
  let bytes = 0;
  const count = new Transform({
    transform(chunk: Buffer, _, done) {
      bytes += chunk.length;
      done(bytes > FILE_LIMIT ? tooLarge() : null, chunk);
    },
  });
  if (body !== null)
    await pipeline(Readable.fromWeb(body as never), count, createWriteStream(path, { mode: 0o600, flags: 'wx' }));
  if (bytes === 0) throw new RequestError(422, [requestProblem('request.empty', 'body', {})]);
}
