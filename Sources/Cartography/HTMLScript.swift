/// The script of ``HTMLDocument``: filters, the choice of an incident, pan and zoom.
///
/// One function that runs once; each part stands in a file of its own and uses those before it.
enum HTMLScript {
  static let text =
    #"""
    "use strict";
    (() => {
      const byId = id => document.getElementById(id);
      const all = (query, within = document) => [...within.querySelectorAll(query)];
      document.documentElement.classList.add("scripting");
      for (const part of all(".scripted")) { part.hidden = false; }

    """# + records + view + choice + filters + table + """
        filter();
        openAddress();
      })();

      """
}
