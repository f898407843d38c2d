import type { Context } from 'hono';
import { z } from 'zod';
import { Refusal } from './failure.ts';
import { fileNameFor, largestUpload } from './upload.ts';

/** Bytes of a request that is no upload. */
const mostJson = 1024 ** 2;

/** What a request says, in the shape that the route takes. @throws Refusal */
export async function jsonOf<Schema extends z.ZodType>(context: Context, schema: Schema): Promise<z.output<Schema>> {
  needType(context, 'application/json');
  const { data, error } = schema.safeParse(await parsed(context));
  if (error) throw new Refusal(400, 'not_understood', z.prettifyError(error));
  return data;
}

async function parsed({ req }: Context): Promise<unknown> {
  let text = '';
  const decoder = new TextDecoder();
  let bytes = 0;
  for await (const piece of req.raw.body ?? []) {
    bytes += piece.byteLength;
    if (bytes > mostJson) throw new Refusal(413, 'too_large', `the request has more than ${mostJson} bytes`);
    text += decoder.decode(piece, { stream: true });
  }
  try {
    return JSON.parse(text + decoder.decode());
  } catch {
    throw new Refusal(400, 'not_understood', 'the request is no JSON');
  }
}

/** The file that a request brings, and what it may be called here. @throws Refusal */
export function uploadOf(context: Context): { body: ReadableStream<Uint8Array> | null; name: string } {
  needType(context, 'application/octet-stream');
  const length = Number(context.req.header('content-length') ?? 0);
  if (length > largestUpload) throw new Refusal(413, 'too_large', `the file has more than ${largestUpload} bytes`);
  return { body: context.req.raw.body, name: fileNameFor(context.req.query('name') ?? '') };
}

/** A form of another page can have neither type. */
function needType({ req }: Context, wanted: string): void {
  const [type = ''] = (req.header('content-type') ?? '').split(';');
  if (type.trim().toLowerCase() !== wanted) throw new Refusal(415, 'not_understood', `the request is not ${wanted}`);
}
