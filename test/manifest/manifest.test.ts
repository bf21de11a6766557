import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { XmlDocument, XmlElement } from 'libxml2-wasm';
import { ribbonFunctions } from '../../src/commands/commands';

const root = fileURLToPath(new URL('../../', import.meta.url));
const source = readFileSync(`${root}manifest.xml`, 'utf8');
const developmentOrigin = 'https://localhost:3000/';

/** What Office allows, and what this product keeps to. */
const limits = { shortString: 125, longString: 250, resid: 32, name: 125, description: 250 };
const iconSizes = [16, 20, 24, 32, 40, 48, 64, 80];

const document = XmlDocument.fromString(source);
afterAll(() => {
  document.dispose();
});

const namespaces = {
  o: 'http://schemas.microsoft.com/office/appforoffice/1.1',
  v: 'http://schemas.microsoft.com/office/taskpaneappversionoverrides',
  bt: 'http://schemas.microsoft.com/office/officeappbasictypes/1.0',
  xsi: 'http://www.w3.org/2001/XMLSchema-instance',
};

const elements = (xpath: string): XmlElement[] =>
  document.find(xpath, namespaces).filter((node): node is XmlElement => node instanceof XmlElement);

const attribute = (element: XmlElement, name: string): string => element.attr(name)?.value ?? '';

const only = (xpath: string): XmlElement => {
  const [first, ...others] = elements(xpath);
  if (first === undefined || others.length > 0) throw new Error(`${xpath}: one element expected`);
  return first;
};

const resources = (kind: string): Map<string, XmlElement> =>
  new Map(elements(`//bt:${kind}`).map((element) => [attribute(element, 'id'), element]));

/** What a `resid` must lead to, by the element that carries it. */
const kindOf: Record<string, string> = {
  Title: 'ShortStrings/bt:String',
  Label: 'ShortStrings/bt:String',
  Description: 'LongStrings/bt:String',
  LearnMoreUrl: 'Urls/bt:Url',
  FunctionFile: 'Urls/bt:Url',
  SourceLocation: 'Urls/bt:Url',
  Runtime: 'Urls/bt:Url',
  Image: 'Images/bt:Image',
};

const references = () =>
  elements('//*[@resid]').map((element) => ({ element: element.name, resid: attribute(element, 'resid') }));

describe('manifest.xml', () => {
  it('is a task pane of a workbook with a GUID and a four-part version that is the version of the package', () => {
    expect(only('/o:OfficeApp').attr('type', 'xsi')?.value).toBe('TaskPaneApp');
    expect(only('/o:OfficeApp/o:Id').content).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { version: string };
    expect(only('/o:OfficeApp/o:Version').content).toBe(`${version}.0`);
    expect(elements('/o:OfficeApp/o:Hosts/o:Host').map((host) => attribute(host, 'Name'))).toEqual([
      'Workbook',
    ]);
  });

  it('asks to read and write the document and for nothing more', () => {
    expect(only('//o:Permissions').content).toBe('ReadWriteDocument');
    expect(elements('//o:AppDomain')).toEqual([]);
  });

  it('asks for Excel 2021 and the shared runtime', () => {
    const sets = elements('//o:Requirements//o:Set').map((set) => [
      attribute(set, 'Name'),
      attribute(set, 'MinVersion'),
    ]);
    expect(sets).toEqual([
      ['ExcelApi', '1.14'],
      ['SharedRuntime', '1.1'],
    ]);
  });

  it('runs the pane and the ribbon in one long-lived runtime', () => {
    const runtime = only('//v:Runtime');
    expect(attribute(runtime, 'lifetime')).toBe('long');
    const shared = attribute(runtime, 'resid');
    expect(attribute(only('//v:FunctionFile'), 'resid')).toBe(shared);
    expect(elements('//v:Action/v:SourceLocation').map((pane) => attribute(pane, 'resid'))).toEqual([shared]);
    expect(elements('//v:TaskpaneId')).toEqual([]);
    const page = resources('Url').get(shared);
    expect(page && attribute(page, 'DefaultValue')).toBe(
      attribute(only('//o:DefaultSettings/o:SourceLocation'), 'DefaultValue'),
    );
  });

  it('puts the commands on a tab of their own, group by group', () => {
    const text = (resid: string) => {
      const string = resources('String').get(resid);
      return string === undefined ? resid : attribute(string, 'DefaultValue');
    };
    expect(text(attribute(only('//v:CustomTab/v:Label'), 'resid'))).toBe('Методобъединение');
    const groups = elements('//v:CustomTab/v:Group').map((group) => ({
      group: group.find('v:Label/@resid', namespaces).map((label) => text(label.content)),
      commands: group.find('v:Control/v:Label/@resid', namespaces).map((label) => text(label.content)),
    }));
    expect(groups).toEqual([
      { group: ['Реестр'], commands: ['Создать реестр', 'Панель'] },
      { group: ['Показатели'], commands: ['Заполнить показатели'] },
      { group: ['Контроль'], commands: ['Проверить'] },
    ]);
  });

  it('names exactly the functions that the ribbon code associates', () => {
    const named = elements('//v:Action[@xsi:type="ExecuteFunction"]/v:FunctionName').map(
      (name) => name.content,
    );
    expect(named.sort()).toEqual([...ribbonFunctions].sort());
  });
});

describe('resources of manifest.xml', () => {
  it('are found by every resid under the kind that its element needs', () => {
    const lost = references().filter(({ element, resid }) => {
      const kind = kindOf[element];
      return kind === undefined || elements(`//bt:${kind}[@id="${resid}"]`).length !== 1;
    });
    expect(lost).toEqual([]);
  });

  it('are all used, and named once', () => {
    const ids = elements('//v:Resources//*[@id]').map((element) => attribute(element, 'id'));
    expect(new Set(ids).size).toBe(ids.length);
    const used = new Set(references().map(({ resid }) => resid));
    expect(ids.filter((id) => !used.has(id))).toEqual([]);
  });

  it('keep to the lengths that Office allows', () => {
    const tooLong = (xpath: string, name: string, limit: number) =>
      elements(xpath)
        .map((element) => attribute(element, name))
        .filter((text) => text.length > limit || text === '');
    expect(tooLong('//bt:ShortStrings/bt:String', 'DefaultValue', limits.shortString)).toEqual([]);
    expect(tooLong('//bt:ShortStrings//bt:Override', 'Value', limits.shortString)).toEqual([]);
    expect(tooLong('//bt:LongStrings/bt:String', 'DefaultValue', limits.longString)).toEqual([]);
    expect(tooLong('//bt:LongStrings//bt:Override', 'Value', limits.longString)).toEqual([]);
    expect(tooLong('//*[@resid]', 'resid', limits.resid)).toEqual([]);
    expect(tooLong('//v:Resources//*[@id]', 'id', limits.resid)).toEqual([]);
    expect(tooLong('/o:OfficeApp/o:DisplayName', 'DefaultValue', limits.name)).toEqual([]);
    expect(tooLong('/o:OfficeApp/o:Description', 'DefaultValue', limits.description)).toEqual([]);
  });

  it('speak Russian by default and English to an English Excel', () => {
    expect(only('/o:OfficeApp/o:DefaultLocale').content).toBe('ru-RU');
    const spoken = [
      ...elements('//bt:String'),
      ...elements('/o:OfficeApp/o:DisplayName'),
      ...elements('/o:OfficeApp/o:Description'),
    ];
    const silent = spoken.filter((element) => {
      const overrides = element.find('*[@Locale="en-US"]/@Value').map((value) => value.content);
      const [english = ''] = overrides;
      return (
        !/[а-яё]/i.test(attribute(element, 'DefaultValue')) ||
        overrides.length !== 1 ||
        !/^[^а-яё]+$/i.test(english)
      );
    });
    expect(silent.map((element) => attribute(element, 'id') || element.name)).toEqual([]);
  });
});

describe('addresses of manifest.xml', () => {
  const addresses = elements('//*[@DefaultValue]')
    .map((element) => attribute(element, 'DefaultValue'))
    .filter((value) => value.includes('://'));

  it('are https and stand under the one origin that a production build replaces', () => {
    expect(addresses.length).toBeGreaterThan(0);
    expect(addresses.filter((address) => !address.startsWith(developmentOrigin))).toEqual([]);
  });

  it('lead to files of the project', () => {
    const pages: Record<string, string> = {
      'taskpane.html': 'src/taskpane/taskpane.html',
      'help.html': 'src/taskpane/help.html',
    };
    const missing = addresses
      .map((address) => address.slice(developmentOrigin.length))
      .filter((path) => !existsSync(root + (pages[path] ?? path)));
    expect(missing).toEqual([]);
  });
});

describe('icons of manifest.xml', () => {
  /** Width and height from the header of a PNG file. */
  const pixels = (address: string): [number, number] => {
    const png = readFileSync(root + address.slice(developmentOrigin.length));
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(png.subarray(12, 16).toString('latin1')).toBe('IHDR');
    return [png.readUInt32BE(16), png.readUInt32BE(20)];
  };

  it('come in every size for every command and group', () => {
    const icons = elements('//v:Icon').map((icon) => icon.find('bt:Image/@size', namespaces));
    expect(icons.length).toBeGreaterThan(0);
    for (const sizes of icons) expect(sizes.map((size) => Number(size.content))).toEqual(iconSizes);
  });

  it('have exactly the pixels they claim', () => {
    const images = resources('Image');
    for (const use of elements('//v:Icon/bt:Image')) {
      const size = Number(attribute(use, 'size'));
      const image = images.get(attribute(use, 'resid'));
      if (image === undefined) throw new Error(`no image ${attribute(use, 'resid')}`);
      expect([attribute(image, 'DefaultValue'), ...pixels(attribute(image, 'DefaultValue'))]).toEqual([
        attribute(image, 'DefaultValue'),
        size,
        size,
      ]);
    }
  });

  it('of the add-in itself are 32 and 64 pixels', () => {
    expect(pixels(attribute(only('/o:OfficeApp/o:IconUrl'), 'DefaultValue'))).toEqual([32, 32]);
    expect(pixels(attribute(only('/o:OfficeApp/o:HighResolutionIconUrl'), 'DefaultValue'))).toEqual([64, 64]);
  });
});
