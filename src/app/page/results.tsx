import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { grouped, interval, percent } from '../../outputs/html/phrase.ts';
import type { ResultsAnswer } from '../api.ts';
import { takeFiles } from './intake.ts';
import { say, sayDecimal } from './language.ts';
import { DropPlace, Outward } from './parts.tsx';
import { results } from './things.ts';

/** What the published links brought, beside the shares. */
export function ResultsCard(): JSX.Element {
  useEffect(() => void results.load(), []);
  const answer = results.value.value;
  return (
    <section class="card" aria-labelledby="worked-h">
      <h3 id="worked-h">{say('worked')}</h3>
      <DropPlace zone="results" label={say('app.results.choose')} onFiles={(all) => void takeFiles('results', all)}>
        <p>{say('app.results.drop')}</p>
      </DropPlace>
      {answer === null || answer.results === null ? null : <Told answer={answer} />}
    </section>
  );
}

function Told({ answer: { results: read, rows } }: { answer: ResultsAnswer }): JSX.Element {
  const told = rows.filter((row) => row.results !== null);
  return (
    <>
      <ul>
        {(read?.files ?? []).map(({ file, conservation }) => (
          <li key={file}>
            <bdi>{file}</bdi>: <span class="soft">{conservation}</span>
          </li>
        ))}
      </ul>
      {told.length === 0 ? null : (
        <div class="scroll" role="region" tabIndex={0} aria-label={say('worked.visits')}>
          <table class="plain numbers">
            <thead>
              <tr>
                <th scope="col">{say('column.name')}</th>
                <th scope="col">{say('column.share')}</th>
                <th scope="col">{say('worked.visits')}</th>
                <th scope="col">{say('worked.conversions')}</th>
                <th scope="col">{say('worked.rate')}</th>
              </tr>
            </thead>
            <tbody>
              {told.map(({ url, title, share, shareLow, shareHigh, results: came }) => (
                <tr key={url}>
                  <th scope="row">
                    <Outward to={url}>{title ?? url}</Outward>
                  </th>
                  <td>
                    {sayDecimal(percent(share))} <small class="soft">{sayDecimal(interval(shareLow, shareHigh))}</small>
                  </td>
                  <td>{came?.visits == null ? '?' : grouped(came.visits)}</td>
                  <td>{came?.conversions == null ? '?' : grouped(came.conversions)}</td>
                  <td>
                    {came?.enough === true && came.conversionRate !== null
                      ? sayDecimal(percent(came.conversionRate))
                      : say('worked.few')}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
