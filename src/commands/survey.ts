import { Option } from 'commander';
import { inputFiles, settingHelp } from '../settings.ts';
import { type CliCommand, type Options, asJson, library, settingsOf } from './command.ts';
import { exitCodeOf, importedText } from './import.ts';

export const surveyCommand: CliCommand = {
  name: 'survey',
  summary: 'print a form that asks clients what they read; with files, add the answers to the follows file',
  args: [
    ['[answers...]', 'answers as CSV or XLSX, of Google Forms, Microsoft Forms, Typeform, Yandex Forms or any table'],
  ],
  options: [
    new Option('--language <code>', 'language of the form: en, ru, el, de, fr or es').default('en'),
    new Option('--follows <file>', 'the file to add to').default('input/follows.csv'),
    new Option('--exclude <file>', settingHelp('exclude').description),
    new Option('--json', 'print the result as JSON'),
  ],
  settings: ['encoding', 'delimiter', 'column'],
  async run({ args: files, options, io }) {
    // The setting of this name is the language of the page, which has no others.
    const { language = 'en', follows, ...others } = options as Options & { language?: string; follows: string };
    const { importFiles, surveyForm } = await library();
    if (files.length === 0) {
      const form = surveyForm(language);
      io.stdout.write(options.json ? asJson({ language, form }) : form);
      return 0;
    }
    const { exclude, encoding, delimiter, columns } = inputFiles(settingsOf(others));
    const imported = await importFiles(files, { follows, exclude, encoding, delimiter, columns, survey: true });
    io.stdout.write(options.json ? asJson(imported) : importedText(imported));
    return exitCodeOf(imported);
  },
};
