// Texts side by side. Article text is set with textContent only, so that nothing in it can become markup.
// Offsets count code points, as Python does; JavaScript counts UTF-16 units, so they are converted where they leave.

const FOUND = "found"
const views = new WeakMap() // root element -> what is on screen and where the reader is

function element(tag, className, text) {
  const node = document.createElement(tag)
  if (className) node.className = className
  if (text !== undefined) node.textContent = text
  return node
}

function button(className, text, label, action) {
  const node = element("button", className, text)
  node.type = "button"
  if (label) node.setAttribute("aria-label", label)
  node.onclick = action
  return node
}

const length = (text) => Array.from(text).length

// ---- one text ----

function labelOf([, colour, letter, , label]) {
  const node = element("span", "label")
  node.setAttribute("aria-hidden", "true") // the mark says it already
  node.style.setProperty("--c", colour)
  if (letter) node.append(element("span", "letter", letter))
  node.append(label)
  return node
}

/** One piece of text inside one span for each mark that covers it, so that all of them can be seen. */
function pieceOf([at, text, over, labels], marks, begun) {
  if (!over.length && !labels.length) return [leaf(at, text)]
  const inner = leaf(at, text)
  let node = inner
  for (const number of [...over].reverse()) {
    const [style, colour] = marks[number]
    const around = element("span", style)
    around.style.setProperty("--c", colour)
    around.append(node)
    node = around
  }
  const rules = over.filter((number) => marks[number][0] !== FOUND)
  if (rules.length) {
    inner.classList.add("mark")
    inner.dataset.marks = rules.join(" ")
    const fresh = rules.filter((number) => !begun.has(number))
    if (fresh.length) {
      fresh.forEach((number) => begun.add(number))
      inner.setAttribute("role", "button")
      inner.tabIndex = -1 // arrow keys go from mark to mark; Tab stops once in each text
      inner.setAttribute("aria-label", `${rules.map((number) => marks[number][3]).reverse().join("; ")}: ${text}`)
    }
  }
  if (over.length > rules.length) inner.classList.add("place")
  return [node, ...labels.map((number) => labelOf(marks[number]))]
}

function leaf(at, text) {
  const node = element("span", "", text)
  node.dataset.at = at
  return node
}

function writeText(column, json) {
  const { paragraphs, marks, missing } = JSON.parse(json)
  const begun = new Set()
  const blocks = paragraphs.map(({ head, pieces }) => {
    const block = element(head ? "h2" : "p")
    for (const piece of pieces) block.append(...pieceOf(piece, marks, begun))
    return block
  })
  const before = anchor(column.text)
  const focused = column.text.contains(document.activeElement) ? document.activeElement.dataset.at : null
  column.text.replaceChildren(...blocks)
  column.json = json
  column.stops = [...column.text.querySelectorAll("[role=button]")]
  const stop = column.stops.find((node) => node.dataset.at === focused) ?? column.stops[0]
  if (stop) stop.tabIndex = 0
  if (focused && stop) stop.focus({ preventScroll: true })
  restore(column.text, before)
  column.missing = missing
  column.places = placesOf(column.text.querySelectorAll(".place"))
}

/** The pieces of each place: those that follow one another belong together. */
function placesOf(pieces) {
  const places = []
  let end = -1
  for (const piece of pieces) {
    const at = Number(piece.dataset.at)
    if (at === end) places.at(-1).push(piece)
    else places.push([piece])
    end = at + length(piece.textContent)
  }
  return places
}

function markHere(column) {
  column.text.querySelectorAll(".here").forEach((piece) => piece.classList.remove("here"))
  column.places[column.place]?.forEach((piece) => piece.classList.add("here"))
}

/** The block at the top of the text and how far it is scrolled, so that other highlights move nothing. */
function anchor(text) {
  const top = text.scrollTop
  const index = [...text.children].findIndex((block) => block.offsetTop + block.offsetHeight > top)
  return index < 0 || top === 0 ? null : { index, shift: top - text.children[index].offsetTop }
}

function restore(text, kept) {
  const block = kept && text.children[kept.index]
  if (block) text.scrollTop = block.offsetTop + kept.shift
}

// ---- places looked for ----

function showPlace(column, number) {
  column.place = number
  markHere(column)
  column.status.replaceChildren()
  if (!column.places.length) {
    column.status.append(column.missing)
    return
  }
  const offset = column.places[number][0].getBoundingClientRect().top - column.text.getBoundingClientRect().top
  column.text.scrollTop += offset - column.text.clientHeight * 0.25
  const total = column.places.length
  const name = column.name.textContent
  if (total > 1) column.status.append(step("‹", `Place before, ${name}`, column, (number + total - 1) % total))
  column.status.append(element("span", "", total > 1 ? `found: ${number + 1} of ${total}` : "found"))
  if (total > 1) column.status.append(step("›", `Next place, ${name}`, column, (number + 1) % total))
}

function step(sign, label, column, number) {
  return button("step", sign, label, () => {
    showPlace(column, number)
    column.status.querySelector(`[aria-label="${CSS.escape(label)}"]`)?.focus()
  })
}

/** The page scrolls only where the columns stand so low that what was found would not be seen. */
function comeIntoView(root) {
  if (root.getBoundingClientRect().top > window.innerHeight / 3) root.scrollIntoView({ block: "start" })
}

// ---- pressing, keys, selecting ----

function choose(view, node) {
  view.root.querySelectorAll(".chosen").forEach((old) => {
    old.classList.remove("chosen")
    old.removeAttribute("aria-current")
  })
  node.classList.add("chosen")
  node.setAttribute("aria-current", "true")
}

function press(view, column, node) {
  if (!node || !document.getSelection().isCollapsed) return
  choose(view, node)
  const start = Number(node.dataset.at)
  view.send("clicked", { column: column.id, start, end: start + length(node.textContent), at: Date.now() })
}

function go(column, from, by) {
  const at = column.stops.indexOf(from)
  const to = column.stops[at < 0 ? firstVisible(column) : at + by]
  if (!to) return
  column.stops.forEach((stop) => (stop.tabIndex = -1))
  to.tabIndex = 0
  to.focus()
}

function firstVisible(column) {
  const top = column.text.getBoundingClientRect().top
  return column.stops.findIndex((stop) => stop.getBoundingClientRect().bottom > top)
}

function onKey(view, column, event) {
  const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
  if (by) go(column, event.target, by)
  else if ((event.key === "Enter" || event.key === " ") && event.target.dataset.at) press(view, column, event.target)
  else return
  event.preventDefault()
}

/** The selected stretch of one text in code points, or null. */
function selected(view) {
  const selection = document.getSelection()
  if (!selection || selection.isCollapsed || !selection.rangeCount) return null
  const range = selection.getRangeAt(0)
  const column = view.columns.find((one) => one.text.contains(range.startContainer))
  if (!column || !column.text.contains(range.endContainer)) return null
  const leaves = [...column.text.querySelectorAll("[data-at]")].filter((node) => range.intersectsNode(node))
  if (!leaves.length) return null
  const [first, last] = [leaves[0], leaves.at(-1)]
  const inside = (node, container, offset, otherwise) =>
    Number(node.dataset.at) +
    length(node.firstChild === container ? node.textContent.slice(0, offset) : otherwise ? node.textContent : "")
  const start = inside(first, range.startContainer, range.startOffset, false)
  const end = inside(last, range.endContainer, range.endOffset, true)
  return start < end && selection.toString().trim() ? { column, start, end, range } : null
}

function offerMark(view) {
  const found = view.offer.textContent ? selected(view) : null
  view.offer.hidden = !found
  if (!found) return
  const box = found.range.getBoundingClientRect()
  const root = view.root.getBoundingClientRect()
  const left = Math.min(Math.max(box.left - root.left, 0), root.width - view.offer.offsetWidth)
  view.offer.style.left = `${left}px`
  view.offer.style.top = `${Math.min(box.bottom, window.innerHeight - 60) - root.top + 8}px`
  view.offer.onclick = () => {
    view.send("selected", { column: found.column.id, start: found.start, end: found.end, at: Date.now() })
    document.getSelection().removeAllRanges()
    view.offer.hidden = true
  }
}

// ---- the whole ----

function newColumn(view, { id }) {
  const column = { id, target: "", place: 0, places: [], stops: [] }
  column.node = element("article", "column")
  column.head = element("div", "head")
  column.name = element("b")
  column.facts = element("span", "facts")
  column.status = element("span", "status")
  column.status.setAttribute("role", "status")
  column.head.append(column.name, column.facts, column.status)
  column.text = element("div", "text")
  column.text.tabIndex = 0
  column.text.setAttribute("role", "region")
  column.text.onclick = (event) => press(view, column, event.target.closest(".mark"))
  column.text.onkeydown = (event) => onKey(view, column, event)
  column.node.append(column.head, column.text)
  column.tab = button("tab", "", "", () =>
    column.node.scrollIntoView({ block: "nearest", inline: "start" }),
  )
  return column
}

function newView(root) {
  const view = { root, columns: [], send: () => {} }
  view.legend = element("div", "legend")
  view.tabs = element("nav", "tabs")
  view.tabs.setAttribute("aria-label", "Go to an article")
  view.strip = element("div", "strip")
  view.offer = button("offer", "", "", null)
  view.offer.hidden = true
  view.offer.onpointerdown = (event) => event.preventDefault() // keeps the selection
  root.replaceChildren(view.legend, view.tabs, view.strip, view.offer)
  const fits = () => {
    view.tabs.hidden = view.strip.scrollWidth <= view.strip.clientWidth + 2
    markTab(view)
  }
  view.sizes = new ResizeObserver(fits)
  view.sizes.observe(view.strip)
  view.strip.onscroll = () => markTab(view)
  view.onSelect = () => offerMark(view)
  document.addEventListener("selectionchange", view.onSelect)
  return view
}

/** Which article stands at the left edge of the strip. */
function markTab(view) {
  const left = view.strip.getBoundingClientRect().left
  const first = view.columns.find((one) => one.node.getBoundingClientRect().right > left + 40)
  for (const one of view.columns) one.tab.toggleAttribute("aria-current", one === first)
}

function writeLegend(view, legend) {
  view.legend.replaceChildren(
    ...legend.map(([style, colour, name, letter]) => {
      const entry = element("span", "entry")
      if (letter) entry.append(labelOf(["", colour, letter, "", ""]))
      const sample = element("span", style, name)
      sample.style.setProperty("--c", colour)
      entry.append(sample)
      return entry
    }),
  )
}

export default function (component) {
  const { data, parentElement, setTriggerValue } = component
  const root = parentElement.querySelector(".px-texts")
  if (!views.has(root)) views.set(root, newView(root))
  const view = views.get(root)
  view.send = setTriggerValue
  writeLegend(view, data.legend)
  view.offer.textContent = data.offer
  const before = new Map(view.columns.map((column) => [column.id, column]))
  view.columns = data.columns.map((given) => before.get(given.id) ?? newColumn(view, given))
  view.strip.style.setProperty("--n", view.columns.length)
  const nodes = view.columns.map((column) => column.node)
  if (nodes.length !== view.strip.children.length || nodes.some((node, at) => node !== view.strip.children[at])) {
    view.strip.replaceChildren(...nodes)
    view.tabs.replaceChildren(...view.columns.map((column) => column.tab))
  }
  data.columns.forEach((given, at) => {
    const column = view.columns[at]
    column.node.style.setProperty("--article", given.colour)
    column.name.textContent = column.tab.textContent = given.name
    column.facts.textContent = given.facts
    column.text.setAttribute("aria-label", `Text of ${given.name}`)
    if (column.json !== given.text) writeText(column, given.text)
    if (column.target !== data.target) showPlace(column, 0)
    else markHere(column)
    column.target = data.target
  })
  if (view.target !== undefined && view.target !== data.target && data.target) comeIntoView(root)
  view.target = data.target
  markTab(view)
  return () => {
    document.removeEventListener("selectionchange", view.onSelect)
    view.sizes.disconnect()
    views.delete(root)
  }
}
