"""What each chart draws, one module a subject.

A module has a function `draw_<name>` for each of its charts, which
`sovstats.charts.drawing` calls; no module imports another.

`money` - notes in circulation, gold, the ruble
`livestock` - herds, and the falls that are stated
`collectivised` - the collectivised share of peasant farms
`countries` - railways, and goods per inhabitant, by country
`output` - harvests, sugar, foreign trade, branches of industry
`growth` - yearly rates of industrial growth
`ranks` - places in the world by output
`productivity` - Soviet work as a part of American work
`claims` - claims of equality, recomputed against stated
`guarded` - which figures some claim guards against slips
"""
