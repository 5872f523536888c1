import { say } from '../words.ts';

const MB = 1_000_000;

/** Why a file need not be sent at all, in words; nothing when it may be. */
export function refusal(file: File, input: HTMLInputElement): string | undefined {
  if (/\.hei[cf]$/i.test(file.name) || /^image\/hei[cf]/.test(file.type)) return say('heic');
  if (!isAccepted(file, input.accept)) return say('wrongKind');
  const most = Number(input.dataset.maxBytes ?? Number.POSITIVE_INFINITY);
  if (file.size <= most) return undefined;
  return say('tooLarge', { size: Math.ceil(file.size / MB), most: Math.floor(most / MB) });
}

function isAccepted({ name, type }: File, accept: string): boolean {
  const kinds = accept.split(',').map((kind) => kind.trim().toLowerCase());
  return kinds.some((kind) => {
    if (kind === '' || kind === '*/*') return true;
    if (kind.startsWith('.')) return name.toLowerCase().endsWith(kind);
    return kind.endsWith('/*') ? type.startsWith(kind.slice(0, -1)) : type === kind;
  });
}
