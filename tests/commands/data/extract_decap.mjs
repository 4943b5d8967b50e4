// Take the schema of configurations out of the packages of Decap CMS, as plain JSON Schema.
//
//     npm pack decap-cms-core@3.19.1 decap-cms-widget-{boolean,image,list,markdown,number,object,relation,select}
//     for name in *.tgz; do mkdir -p ${name%.tgz}; tar xzf $name -C ${name%.tgz}; done
//     node extract_decap.mjs . > decap_config.json
import { readFileSync, readdirSync } from "node:fs";

const folder = process.argv[2];
const schemas = {};
for (const name of readdirSync(folder)) {
  const found = name.match(/^decap-cms-widget-([a-z]+)-[\d.]+$/);
  if (!found) continue;
  const path = `${folder}/${name}/package/src/schema.js`;
  try {
    const text = readFileSync(path, "utf8").replace("export default", "return");
    schemas[found[1]] = new Function(text)();
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
    schemas[found[1]] = {};
  }
}

const core = readdirSync(folder).find((name) => /^decap-cms-core-[\d.]+$/.test(name));
const text = readFileSync(`${folder}/${core}/package/src/constants/configSchema.js`, "utf8");
const plain = text.replace(/^import[^;]+;/gm, "").replace(/export function/g, "function");
const stubs =
  "const I18N_STRUCTURE = {a: 'multiple_folders', b: 'multiple_files', c: 'single_file'};" +
  "const I18N_FIELD = {a: 'translate', b: 'duplicate', c: 'none'};" +
  "const extensionFormatters = {yml: 1, yaml: 1, toml: 1, json: 1, md: 1, markdown: 1, html: 1};" +
  "const frontmatterFormats = ['yaml-frontmatter', 'toml-frontmatter', 'json-frontmatter'];" +
  `const getWidgets = () => ${JSON.stringify(Object.entries(schemas))}` +
  ".map(([name, schema]) => ({name, schema}));";
const schema = new Function("crypto", `${stubs}${plain}\nreturn getConfigSchema();`)({
  randomUUID: () => "x",
});

// `select` and `selectCases` are of Ajv alone: each case becomes a condition on the widget.
const item = schema.properties.collections.items.properties.fields.items;
const { select, selectCases, $id, ...field } = item;
const cases = Object.entries(selectCases).map(([widget, then]) => ({
  if: { properties: { widget: { const: widget } }, required: ["widget"] },
  then,
}));
const fields = { type: "array", minItems: 1, items: { $ref: "#/$defs/field" } };
Object.assign(field.properties, {
  field: { $ref: "#/$defs/field" },
  fields: { $ref: "#/$defs/fields" },
  types: { $ref: "#/$defs/fields" },
});
field.properties.pattern = { type: "array", minItems: 2, items: { type: "string" } };
schema.properties.collections.items.properties.fields = { $ref: "#/$defs/fields" };
schema.properties.collections.items.properties.files.items.properties.fields = {
  $ref: "#/$defs/fields",
};
delete schema.properties.collections.items.dependencies;
schema.$defs = { field: { ...field, allOf: cases }, fields };
console.log(JSON.stringify(schema, null, 1));
