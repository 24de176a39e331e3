import type { Sheet } from './sheet.ts';

/** Saves a blob under a name, through the browser's own download. */
export function save(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

export const saveSvg = (svg: string, name: string): void =>
  save(new Blob([svg], { type: 'image/svg+xml' }), `${name}.svg`);

const TITLE_HEIGHT = 28;

/** A drawing with its name above it, as a self-contained SVG text. */
export function titled(svg: string, name: string): string {
  const drawing = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
  const [width, height] = [
    Number.parseFloat(drawing.getAttribute('width') ?? '0'),
    Number.parseFloat(drawing.getAttribute('height') ?? '0'),
  ];
  drawing.setAttribute('y', String(TITLE_HEIGHT));
  const outer = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  outer.setAttribute('width', String(width));
  outer.setAttribute('height', String(height + TITLE_HEIGHT));
  const title = document.createElementNS('http://www.w3.org/2000/svg', 'text');
  title.setAttribute('x', '8');
  title.setAttribute('y', '19');
  title.setAttribute('font-size', '14');
  title.setAttribute('font-weight', '600');
  title.setAttribute('font-family', "'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif");
  title.textContent = name;
  outer.append(title, drawing);
  return new XMLSerializer().serializeToString(outer);
}

/** Draws an SVG text on a white canvas at twice its size and saves it. */
export async function savePng(svg: string, name: string): Promise<void> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * 2;
  canvas.height = image.naturalHeight * 2;
  const context = canvas.getContext('2d')!;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob === null) throw new Error('PNG');
  save(blob, `${name}.png`);
}

/** Saves a sheet as XLSX: the data, and the notes on a sheet of their own. */
export async function saveXlsx(sheet: Sheet, name: string, labels: { data: string; notes: string }): Promise<void> {
  const { default: writeExcelFile } = await import('write-excel-file/universal');
  const heading = sheet.columns.map((value) => ({ value, fontWeight: 'bold' as const }));
  const notes = [sheet.title ?? name, ...(sheet.notes ?? [])].map((note) => [note]);
  const file = writeExcelFile([
    { data: [heading, ...sheet.rows.map((row) => [...row])], sheet: labels.data },
    { data: notes, sheet: labels.notes },
  ]);
  save(await file.toBlob(), `${name}.xlsx`);
}
