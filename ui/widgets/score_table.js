// The table of scores: articles as columns, measures as rows. Every cell is a button that asks for its evidence.
// Texts are set with textContent only, so that nothing in an article can become markup.

const MANY = 6 // columns that fit a screen; more of them scroll under a head that stays

function element(tag, className, text) {
  const node = document.createElement(tag)
  if (className) node.className = className
  if (text !== undefined) node.textContent = text
  return node
}

function track(cell, colour) {
  const bar = element("span", "track")
  if (cell.low !== null) {
    const band = element("span", "band")
    band.style.left = cell.low + "%"
    band.style.width = Math.max(1, cell.high - cell.low) + "%"
    band.style.background = colour
    bar.append(band)
  }
  if (cell.at !== null) {
    const tick = element("span", "tick")
    tick.style.left = cell.at + "%"
    tick.style.background = colour
    bar.append(tick)
  }
  return bar
}

function cellButton(cell, row, column, ask) {
  const button = element("button", cell.missing ? "cell missing" : "cell")
  button.type = "button"
  button.append(element("span", "value", cell.text))
  if (cell.at !== null || cell.low !== null) button.append(track(cell, column.colour))
  button.append(element("span", "sub", cell.sub))
  button.setAttribute("aria-label", `${column.name}, ${row.title}: ${cell.text} ${cell.sub}. Show why`)
  button.onclick = () => ask({ article: column.id, measure: row.measure, part: row.part, asked: Date.now() })
  return button
}

export default function (component) {
  const { data, parentElement, setTriggerValue } = component
  const root = parentElement.querySelector("#table")
  const table = element("table")
  table.append(element("caption", "", data.caption))
  const head = element("tr")
  head.append(element("td"))
  for (const column of data.columns) {
    const th = element("th")
    th.scope = "col"
    const name = element("span", "outlet", column.name)
    name.style.borderColor = column.colour
    th.append(name)
    head.append(th)
  }
  const thead = element("thead")
  thead.append(head)
  table.append(thead)
  for (const group of data.groups) {
    const body = element("tbody")
    const titleRow = element("tr", "group")
    const title = element("th")
    title.append(element("span", "", group.title))
    title.scope = "rowgroup"
    title.colSpan = data.columns.length + 1
    titleRow.append(title)
    body.append(titleRow)
    for (const row of group.rows) {
      const tr = element("tr")
      const th = element("th", "part", row.title)
      th.scope = "row"
      th.append(element("span", "unit", row.unit))
      tr.append(th)
      row.cells.forEach((cell, i) => {
        const td = element("td")
        td.append(cellButton(cell, row, data.columns[i], (what) => setTriggerValue("asked", what)))
        tr.append(td)
      })
      body.append(tr)
    }
    table.append(body)
  }
  root.className = data.columns.length > MANY ? "many" : ""
  root.replaceChildren(table)
}
