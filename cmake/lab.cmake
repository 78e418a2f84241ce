# The program of the page. Filled once SDL2 and Dear ImGui sources are there.
