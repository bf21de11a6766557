/** The tab of the add-in, as its manifest declares it. */

export interface RibbonButton {
  readonly id: string;
  readonly label: string;
  readonly tip: string;
  /** Path of the 32 pixel icon, from the folder of the pane. */
  readonly icon: string;
  /** A function of the pane, or null: the button shows the pane. */
  readonly command: string | null;
}

export interface RibbonGroup {
  readonly label: string;
  readonly buttons: readonly RibbonButton[];
}

export interface RibbonTab {
  readonly label: string;
  readonly groups: readonly RibbonGroup[];
}

const ICON_SIZE = '32';

const named = (parent: Element, name: string): Element[] =>
  [...parent.children].filter((child) => child.localName === name);

const first = (parent: Element | undefined, name: string): Element | undefined =>
  parent === undefined ? undefined : named(parent, name)[0];

/** Reads the custom tab out of manifest.xml. */
export function readRibbon(manifest: Document): RibbonTab {
  const texts = new Map<string, string>();
  for (const resource of manifest.getElementsByTagName('*')) {
    const id = resource.getAttribute('id');
    const value = resource.getAttribute('DefaultValue');
    if (id !== null && value !== null) texts.set(id, value);
  }
  const textOf = (element: Element | undefined): string =>
    texts.get(element?.getAttribute('resid') ?? '') ?? '';

  const iconOf = (control: Element): string => {
    const icon = first(control, 'Icon');
    const images = icon === undefined ? [] : named(icon, 'Image');
    const image = images.find((one) => one.getAttribute('size') === ICON_SIZE) ?? images[0];
    const url = textOf(image);
    return url === '' ? '' : new URL(url).pathname.replace(/^.*\/(?=assets\/)/, '');
  };

  const buttonOf = (control: Element): RibbonButton => {
    const action = first(control, 'Action');
    return {
      id: control.getAttribute('id') ?? '',
      label: textOf(first(control, 'Label')),
      tip: textOf(first(first(control, 'Supertip'), 'Description')),
      icon: iconOf(control),
      command: first(action, 'FunctionName')?.textContent ?? null,
    };
  };

  /** A menu is shown as the buttons it holds. */
  const buttonsOf = (control: Element): RibbonButton[] => {
    const items = first(control, 'Items');
    return items === undefined ? [buttonOf(control)] : named(items, 'Item').map(buttonOf);
  };

  const tab = manifest.getElementsByTagName('CustomTab')[0];
  return {
    label: textOf(first(tab, 'Label')),
    groups:
      tab === undefined
        ? []
        : named(tab, 'Group').map((group) => ({
            label: textOf(first(group, 'Label')),
            buttons: named(group, 'Control').flatMap(buttonsOf),
          })),
  };
}
