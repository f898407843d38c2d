import { z } from 'zod';

/** An endpoint that speaks the chat-completions protocol of OpenAI. */
export interface Assistant {
  /** The address before `/chat/completions`. */
  url: string;
  model: string;
  key: string | undefined;
}

const longestAnswer = 100_000;
const patienceMs = 60_000;

const answerShape = z.object({
  choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1),
});

/**
 * Asks for one JSON object.
 * @param data stands as JSON between the lines BEGIN and END
 * @returns the object as it came, still to be checked; null where the endpoint refuses, is silent, or says too much
 */
export async function complete(
  { url, model, key }: Assistant,
  instructions: string,
  data: unknown,
  signal: AbortSignal,
): Promise<unknown> {
  signal.throwIfAborted();
  try {
    const response = await fetch(`${url.replace(/\/$/, '')}/chat/completions`, {
      method: 'POST',
      redirect: 'error',
      headers: { 'content-type': 'application/json', ...(key !== undefined && { authorization: `Bearer ${key}` }) },
      body: JSON.stringify({
        model,
        temperature: 0,
        response_format: { type: 'json_object' },
        messages: [
          { role: 'system', content: instructions },
          { role: 'user', content: `BEGIN\n${JSON.stringify(data)}\nEND` },
        ],
      }),
      signal: AbortSignal.any([signal, AbortSignal.timeout(patienceMs)]),
    });
    if (!response.ok) return null;
    const answer = answerShape.parse(JSON.parse(await readBounded(response)));
    return JSON.parse(answer.choices[0]?.message.content ?? 'null');
  } catch {
    signal.throwIfAborted();
    return null;
  }
}

async function readBounded(response: Response): Promise<string> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > longestAnswer) throw new Error('the answer is too long');
  }
  return text;
}
