// The two commands of a fresh machine: `npm run demo` and `npm test`. Plain Node, nothing installed yet.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, 'node_modules', '.popplus-installed');
const [task, ...rest] = process.argv.slice(2);

const fail = (zh, en) => {
  console.error(`${zh}\n${en}`);
  process.exit(3);
};

const run = (label, command, args, quiet) => {
  const start = Date.now();
  process.stdout.write(`▸ ${label} … ${quiet ? '' : '\n'}`);
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: quiet ? 'pipe' : 'inherit',
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  const output = `${result.stdout ?? ''}${result.stderr ?? ''}`;
  const offline = result.status !== 0 && /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT/.test(output);
  if (quiet)
    console.log(result.status === 0 ? `${seconds} s` : `failed after ${seconds} s${offline ? '' : `\n${output}`}`);
  return { ok: result.status === 0, status: result.status, offline };
};

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19))
  fail(
    `需要 Node.js 20.19 或更高版本,当前是 ${process.version}。`,
    `Node.js 20.19 or later is needed; this is ${process.version}.`,
  );

const lock = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex');
const installed = existsSync(stamp) && readFileSync(stamp, 'utf8') === lock;

const install = () => {
  if (installed) return;
  const { ok, offline } = run(
    '安装依赖 npm ci(约 1 分钟)',
    'npm',
    ['ci', '--no-audit', '--no-fund', '--loglevel=error'],
    true,
  );
  if (offline)
    fail(
      '安装依赖需要网络:现在连不上 npm 软件源。',
      'Installing needs the network: the npm registry cannot be reached now.',
    );
  if (!ok) fail('依赖安装失败,原因见上。', 'Installing the dependencies failed, as shown above.');
  writeFileSync(stamp, lock);
};

const newest = (path) => {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
};

const build = () => {
  const built = join(root, 'dist', 'web', 'index.html');
  const sources = ['src', 'vite.config.ts', 'package-lock.json'].map((path) => newest(join(root, path)));
  if (existsSync(built) && statSync(built).mtimeMs > Math.max(...sources)) return;
  if (!run('构建网页 vite build', 'node', ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'error'], true).ok)
    fail('构建失败,原因见上。', 'The build failed, as shown above.');
};

const tasks = {
  demo() {
    install();
    build();
    const { status } = run('启动 popplus demo', 'node', ['bin/popplus.mjs', 'demo', ...rest], false);
    process.exit(status ?? 0);
  },
  build() {
    install();
    build();
  },
  check() {
    install();
    const steps = [
      ['类型 types: pure layers', ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.pure.json']],
      ['类型 types: node', ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.node.json']],
      ['类型 types: web', ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.web.json']],
      ['规范 lint', ['node_modules/oxlint/bin/oxlint', '--type-aware', '--deny-warnings']],
      ['格式 format', ['node_modules/oxfmt/bin/oxfmt', '--check', '.']],
    ];
    const failed = steps.filter(([label, args]) => !run(label, 'node', args, true).ok);
    if (failed.length > 0) process.exit(1);
  },
  test() {
    tasks.check();
    build();
    const { status } = run('测试 vitest', 'node', ['node_modules/vitest/vitest.mjs', 'run', ...rest], false);
    process.exit(status ?? 1);
  },
};

if (!(task in tasks)) fail(`没有任务 ${task}`, `there is no task ${task}`);
tasks[task]();
