/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-paper.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <pango/pangocairo.h>

#include "nepho-figures.h"
#include "nepho-picture-private.h"
#include "nepho-plot-font.h"
#include "nepho-plot-link.h"
#include "nepho-plot-render.h"
#include "nepho-plot-sparkline.h"
#include "nepho-plot-text-sink.h"

#define BODY_SIZE 9.5
#define SMALL_SIZE 8.0
#define HEADING_SIZE 14.0
#define TITLE_SIZE 24.0
#define NUMBER_SIZE 19.0

#define LINE_GAP 4.0
#define CELL_PADDING 3.0
#define COLUMN_GAP 8.0
#define LIST_INDENT 12.0
#define FOOT_HEIGHT 22.0
#define LOGO_HEIGHT 34.0

/* How many headline numbers stand side by side. */
#define NUMBERS_A_ROW 5u

/* A heading at the foot of a page with nothing below it helps nobody. */
#define LEAST_BELOW_HEADING 70.0

#define COURSE_WIDTH 84.0
#define COURSE_HEIGHT 20.0

/* A text, measured, with its place inside its block. */
typedef struct
{
  PangoLayout    *layout;
  double          x;
  double          y;
  NephoPlotColour colour;
} Piece;

/* A sparkline with its place inside its block. */
typedef struct
{
  NephoPlotColumn *course;
  guint            marked;
  double           x;
  double           y;
  double           width;
} Course;

/* What stays together: a paragraph, a row, a figure. */
typedef struct
{
  GArray                *pieces;   /* Piece */
  double                 gap;      /* above it, but not at the top of a page */
  double                 height;
  double                 least;    /* height that must be left on the page, with what follows */
  const NephoPlotFigure *figure;
  char                  *bookmark;
  char                  *group;    /* of figures, the first of which this is; or NULL */
  char                  *address;  /* what a click opens, or NULL */
  const char            *tag;      /* of the structure of a PDF */
  gboolean               rule;     /* a thin line below */
  GArray                *courses;  /* Course, or NULL */
  int                    header;   /* index of the table's header, or -1 */
  gboolean               breaks;   /* a new page begins with it */
  guint                  page;
  double                 y;
  gboolean               repeated; /* the header is drawn once more above it */
} Block;

struct _NephoPaper
{
  NephoPaperLook look;
  PangoContext  *context;
  GPtrArray     *blocks;
  double        *widths;    /* of the open table's columns, as parts of the whole */
  guint          n_columns;
  int            header;
  gboolean       break_next;
  char          *group;     /* of the figures to come, or NULL */
  guint          n_pages;   /* 0: not yet laid out */
};

static void
block_free (gpointer data)
{
  Block *block = data;

  for (guint i = 0; i < block->pieces->len; i++)
    g_object_unref (g_array_index (block->pieces, Piece, i).layout);
  g_array_unref (block->pieces);
  g_clear_pointer (&block->courses, g_array_unref);
  g_free (block->bookmark);
  g_free (block->group);
  g_free (block->address);
  g_free (block);
}

/**
 * nepho_paper_new:
 * @look: the look of every page; what it refers to must outlive the paper
 *
 * Returns: (transfer full): an empty paper
 */
NephoPaper *
nepho_paper_new (const NephoPaperLook *look)
{
  NephoPaper *self = g_new0 (NephoPaper, 1);
  cairo_font_options_t *options = cairo_font_options_create ();

  self->look = *look;
  self->blocks = g_ptr_array_new_with_free_func (block_free);
  self->header = -1;
  self->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (self->context, options);
  pango_cairo_context_set_resolution (self->context, 72.0);
  pango_context_set_round_glyph_positions (self->context, FALSE);
  cairo_font_options_destroy (options);

  return self;
}

/**
 * nepho_paper_free:
 * @self: (transfer full) (nullable): a paper
 */
void
nepho_paper_free (NephoPaper *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->blocks);
  g_object_unref (self->context);
  g_free (self->widths);
  g_free (self->group);
  g_free (self);
}

static double
content_width (const NephoPaper *self)
{
  return self->look.width - 2.0 * self->look.margin;
}

static double
scaled (const NephoPaper *self, double length)
{
  return length * self->look.text_scale;
}

static PangoLayout *
set_text (const NephoPaper *self, const char *text, double size, gboolean bold, double width)
{
  PangoLayout *layout = pango_layout_new (self->context);

  nepho_plot_font_set (layout, self->look.theme->font, nepho_plot_font_language (), scaled (self, size), bold, !bold);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);

  return layout;
}

static double
height_of (PangoLayout *layout)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);

  return (double) logical.height / PANGO_SCALE;
}

static Block *
add_block (NephoPaper *self, double gap, const char *tag)
{
  Block *block = g_new0 (Block, 1);

  block->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  block->gap = scaled (self, gap);
  block->tag = tag;
  block->header = -1;
  block->breaks = self->break_next;
  self->break_next = FALSE;
  self->n_pages = 0;
  g_ptr_array_add (self->blocks, block);

  return block;
}

/* Adds a text (transfer full) to a block, which grows to hold it; returns its height. */
static double
add_piece (Block *block, PangoLayout *layout, double x, double y, NephoPlotColour colour)
{
  Piece piece = { layout, x, y, colour };
  double height = height_of (layout);

  g_array_append_val (block->pieces, piece);
  block->height = MAX (block->height, y + height);

  return height;
}

/**
 * nepho_paper_text:
 * @self: a paper
 * @kind: what the text is
 * @text: a paragraph
 */
void
nepho_paper_text (NephoPaper *self, NephoPaperText kind, const char *text)
{
  static const struct
  {
    double      size;
    double      gap;
    gboolean    bold;
    const char *tag;
  } kinds[] = {
    [NEPHO_PAPER_TITLE] = { TITLE_SIZE, 0.0, TRUE, "H1" },
    [NEPHO_PAPER_HEADING] = { HEADING_SIZE, 18.0, TRUE, "H2" },
    [NEPHO_PAPER_TEXT] = { BODY_SIZE, 6.0, FALSE, "P" },
    [NEPHO_PAPER_SMALL] = { SMALL_SIZE, 4.0, FALSE, "P" },
    [NEPHO_PAPER_ITEM] = { BODY_SIZE, LINE_GAP, FALSE, "P" },
  };
  const NephoPlotTheme *theme = self->look.theme;
  Block *block = add_block (self, kinds[kind].gap, kinds[kind].tag);
  double indent = kind == NEPHO_PAPER_ITEM ? scaled (self, LIST_INDENT) : 0.0;
  double logo = self->look.logo != NULL && kind == NEPHO_PAPER_TITLE ? LOGO_HEIGHT * 2.5 : 0.0;

  if (kind == NEPHO_PAPER_ITEM)
    add_piece (block, set_text (self, "•", kinds[kind].size, FALSE, indent), 0.0, 0.0, theme->accent);
  add_piece (block, set_text (self, text, kinds[kind].size, kinds[kind].bold, content_width (self) - indent - logo), indent,
             0.0, kind == NEPHO_PAPER_SMALL ? theme->text_dim : theme->text);
  if (kind == NEPHO_PAPER_HEADING)
    {
      block->bookmark = g_strdup (text);
      block->least = scaled (self, LEAST_BELOW_HEADING);
    }
}

static void
course_clear (gpointer data)
{
  nepho_plot_column_unref (((Course *) data)->course);
}

/* How the number came about, below all that is said of it; returns its height. */
static double
add_course (NephoPaper *self, Block *block, const NephoHeadline *headline, double x, double y, double width)
{
  Course course = { .x = x, .y = y, .width = MIN (width, scaled (self, COURSE_WIDTH)), .marked = headline->quarter };

  if (headline->course == NULL || headline->course->n < 2)
    return 0.0;
  if (block->courses == NULL)
    {
      block->courses = g_array_new (FALSE, FALSE, sizeof (Course));
      g_array_set_clear_func (block->courses, course_clear);
    }
  course.course = nepho_plot_column_ref (headline->course);
  g_array_append_val (block->courses, course);

  return scaled (self, COURSE_HEIGHT);
}

/**
 * nepho_paper_link:
 * @self: a paper
 * @text: a paragraph in small letters
 * @address: what a click on it opens, or ""
 */
void
nepho_paper_link (NephoPaper *self, const char *text, const char *address)
{
  nepho_paper_text (self, NEPHO_PAPER_SMALL, text);
  if (*address != '\0')
    ((Block *) g_ptr_array_index (self->blocks, self->blocks->len - 1))->address = g_strdup (address);
}

/* Of what rose or fell; the sign before it says which. */
static NephoPlotColour
change_colour (NephoPaper *self, int direction)
{
  return nepho_plot_theme_colour (self->look.theme, direction > 0 ? NEPHO_PLOT_POSITIVE : NEPHO_PLOT_NEGATIVE);
}

/* One headline number: its name, the number, what it refers to and how it changed. */
static void
add_number (NephoPaper *self, Block *block, const NephoHeadline *headline, double x, double width)
{
  const NephoPlotTheme *theme = self->look.theme;
  double y = 0.0;

  y += add_piece (block, set_text (self, headline->name, SMALL_SIZE, FALSE, width), x, y, theme->text_dim);
  y += add_piece (block, set_text (self, headline->value, NUMBER_SIZE, TRUE, width), x, y, theme->text);
  y += add_course (self, block, headline, x, y, width);
  if (headline->change != NULL)
    y += add_piece (block, set_text (self, headline->change, SMALL_SIZE, FALSE, width), x, y,
                    headline->direction != 0 ? change_colour (self, headline->direction) : theme->accent);
  if (headline->detail != NULL)
    add_piece (block, set_text (self, headline->detail, SMALL_SIZE, FALSE, width), x, y, theme->text_dim);
}

/**
 * nepho_paper_numbers:
 * @self: a paper
 * @headlines: (element-type NephoHeadline): headline numbers
 *
 * Sets the numbers large, up to five in a row.
 */
void
nepho_paper_numbers (NephoPaper *self, GPtrArray *headlines)
{
  guint columns = MIN (headlines->len, NUMBERS_A_ROW);
  Block *block = NULL;

  for (guint i = 0; i < headlines->len; i++)
    {
      double width = (content_width (self) - COLUMN_GAP * (columns - 1)) / columns;

      if (i % columns == 0)
        block = add_block (self, 14.0, "P");
      add_number (self, block, g_ptr_array_index (headlines, i), (i % columns) * (width + COLUMN_GAP), width);
    }
}

static Block *
add_row (NephoPaper *self, const char * const *cells, gboolean bold)
{
  Block *block = add_block (self, 0.0, "P");
  double width = content_width (self) - COLUMN_GAP * (self->n_columns - 1);
  double padding = scaled (self, CELL_PADDING);
  double x = 0.0;

  for (guint k = 0; k < self->n_columns; k++)
    {
      double own = width * self->widths[k];

      add_piece (block, set_text (self, cells[k], SMALL_SIZE, bold, own), x, padding,
                 bold ? self->look.theme->text_dim : self->look.theme->text);
      x += own + COLUMN_GAP;
    }
  block->height += padding;
  block->rule = TRUE;

  return block;
}

/**
 * nepho_paper_table_begin:
 * @self: a paper
 * @widths: (array length=n_columns): of the columns, as parts of the whole; they sum to 1
 * @n_columns: number of columns
 * @names: (array length=n_columns): what stands above them, on every page that the table takes
 */
void
nepho_paper_table_begin (NephoPaper *self, const double *widths, guint n_columns, const char * const *names)
{
  Block *block;

  g_free (self->widths);
  self->widths = g_memdup2 (widths, n_columns * sizeof *widths);
  self->n_columns = n_columns;
  block = add_row (self, names, TRUE);
  block->gap = scaled (self, 8.0);
  block->least = scaled (self, LEAST_BELOW_HEADING) / 2.0;
  self->header = (int) self->blocks->len - 1;
}

/**
 * nepho_paper_table_row:
 * @self: a paper with a table begun
 * @cells: as many texts as the table has columns
 */
void
nepho_paper_table_row (NephoPaper *self, const char * const *cells)
{
  g_return_if_fail (self->header >= 0);

  add_row (self, cells, FALSE)->header = self->header;
}

/**
 * nepho_paper_table_change:
 * @self: a paper with a table begun
 * @cells: as many texts as the table has columns
 * @n_changes: how many of them, at the end, say by how much something changed, each with its sign
 * @direction: 1 where it rose, −1 where it fell
 *
 * Adds a row whose last cells have the colour of what rises or falls.
 */
void
nepho_paper_table_change (NephoPaper *self, const char * const *cells, guint n_changes, int direction)
{
  Block *block;

  g_return_if_fail (self->header >= 0);
  g_return_if_fail (n_changes <= self->n_columns);

  block = add_row (self, cells, FALSE);
  block->header = self->header;
  for (guint k = 1; k <= n_changes; k++)
    g_array_index (block->pieces, Piece, block->pieces->len - k).colour = change_colour (self, direction);
}

/**
 * nepho_paper_figure:
 * @self: a paper
 * @figure: a figure, which must outlive the paper
 * @height: its height in points; 0: all that a page has
 */
void
nepho_paper_figure (NephoPaper *self, const NephoPlotFigure *figure, double height)
{
  Block *block = add_block (self, 12.0, NEPHO_PICTURE_FIGURE_TAG);
  double most = self->look.height - 2.0 * self->look.margin - FOOT_HEIGHT;

  block->figure = figure;
  block->height = height > 0.0 ? MIN (height, most) : most;
  block->bookmark = g_strdup (figure->title);
  block->group = g_steal_pointer (&self->group);
}

/**
 * nepho_paper_break:
 * @self: a paper
 *
 * What is added next begins a page.
 */
void
nepho_paper_break (NephoPaper *self)
{
  self->break_next = self->blocks->len > 0;
}

/* Gives every block its page and its place. */
static void
lay_out (NephoPaper *self)
{
  double top = self->look.margin;
  double bottom = self->look.height - self->look.margin - FOOT_HEIGHT;
  double y = top;
  guint page = 0;

  for (guint i = 0; i < self->blocks->len; i++)
    {
      Block *block = g_ptr_array_index (self->blocks, i);
      double gap = y > top ? block->gap : 0.0;

      if ((block->breaks || y + gap + block->height + block->least > bottom) && y > top)
        {
          page++;
          y = top;
          gap = 0.0;
          block->repeated = block->header >= 0;
        }
      if (block->repeated)
        y += ((Block *) g_ptr_array_index (self->blocks, (guint) block->header))->height;
      block->page = page;
      block->y = y + gap;
      y = block->y + block->height;
    }
  self->n_pages = page + 1;
}

/**
 * nepho_paper_n_pages:
 * @self: a paper
 *
 * Returns: how many pages what was added takes, at least 1
 */
guint
nepho_paper_n_pages (NephoPaper *self)
{
  if (self->n_pages == 0)
    lay_out (self);

  return self->n_pages;
}

/**
 * nepho_paper_group:
 * @self: a paper
 * @name: what the figures are called that are added next, in the outline of the file
 *
 * The bookmarks of figures are below that of their group.
 */
void
nepho_paper_group (NephoPaper *self, const char *name)
{
  g_free (self->group);
  self->group = g_strdup (name);
}

static void
add_bookmark (GArray *marks, const Block *block, const char *name, gboolean below)
{
  NephoPictureBookmark mark = { .name = name, .page = block->page, .y = block->y, .below = below };

  if (name != NULL)
    g_array_append_val (marks, mark);
}

/**
 * nepho_paper_bookmarks:
 * @self: a paper
 *
 * Returns: (transfer full) (element-type NephoPictureBookmark): each heading and each figure with its place; the
 *   names are the paper's
 */
GArray *
nepho_paper_bookmarks (NephoPaper *self)
{
  GArray *marks = g_array_new (FALSE, TRUE, sizeof (NephoPictureBookmark));

  /* The blocks have their places once the pages are counted. */
  nepho_paper_n_pages (self);
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const Block *block = g_ptr_array_index (self->blocks, i);

      add_bookmark (marks, block, block->group, FALSE);
      add_bookmark (marks, block, block->bookmark, block->figure != NULL);
    }

  return marks;
}

static void
set_colour (cairo_t *cr, NephoPlotColour colour)
{
  cairo_set_source_rgba (cr, colour.r, colour.g, colour.b, colour.a);
}

static void
draw_courses (const NephoPaper *self, cairo_t *cr, const Block *block, double y)
{
  for (guint i = 0; block->courses != NULL && i < block->courses->len; i++)
    {
      const Course *course = &g_array_index (block->courses, Course, i);
      NephoPlotSparkline line = { course->course, NULL, course->marked };

      cairo_save (cr);
      cairo_translate (cr, self->look.margin + course->x, y + course->y);
      nepho_plot_sparkline_draw (&line, cr, self->look.theme, course->width, scaled (self, COURSE_HEIGHT),
                                 self->look.text_scale);
      cairo_restore (cr);
    }
}

static void
draw_block (const NephoPaper *self, cairo_t *cr, const Block *block, double y)
{
  double left = self->look.margin;

  cairo_tag_begin (cr, block->tag, NULL);
  if (block->address != NULL)
    nepho_plot_link_begin (cr, block->address, NULL);
  if (block->figure != NULL)
    {
      cairo_save (cr);
      cairo_translate (cr, left, y);
      nepho_plot_render (block->figure, cr, content_width (self), block->height, self->look.theme, self->look.text_scale,
                         NULL, TRUE);
      cairo_restore (cr);
    }
  for (guint i = 0; i < block->pieces->len; i++)
    {
      const Piece *piece = &g_array_index (block->pieces, Piece, i);

      set_colour (cr, piece->colour);
      cairo_move_to (cr, left + piece->x, y + piece->y);
      nepho_plot_show_text (cr, piece->layout);
    }
  draw_courses (self, cr, block, y);
  if (block->address != NULL)
    nepho_plot_link_end (cr);
  cairo_tag_end (cr, block->tag);

  if (block->rule)
    {
      set_colour (cr, self->look.theme->grid);
      cairo_set_line_width (cr, 0.5);
      cairo_move_to (cr, left, y + block->height);
      cairo_line_to (cr, left + content_width (self), y + block->height);
      cairo_stroke (cr);
    }
}

/* The page's number at the right, the house's words at the left. */
static void
draw_foot (NephoPaper *self, cairo_t *cr, guint page)
{
  g_autofree char *number = g_strdup_printf (_("%u of %u"), page + 1, nepho_paper_n_pages (self));
  g_autoptr (GObject) right = G_OBJECT (set_text (self, number, SMALL_SIZE, FALSE, content_width (self)));
  double y = self->look.height - self->look.margin - SMALL_SIZE;

  set_colour (cr, self->look.theme->text_dim);
  pango_layout_set_alignment (PANGO_LAYOUT (right), PANGO_ALIGN_RIGHT);
  cairo_move_to (cr, self->look.margin, y);
  nepho_plot_show_text (cr, PANGO_LAYOUT (right));
  if (self->look.footer != NULL && *self->look.footer != '\0')
    {
      g_autoptr (GObject) left = G_OBJECT (set_text (self, self->look.footer, SMALL_SIZE, FALSE, content_width (self) * 0.8));

      pango_layout_set_height (PANGO_LAYOUT (left), -1);
      pango_layout_set_ellipsize (PANGO_LAYOUT (left), PANGO_ELLIPSIZE_END);
      cairo_move_to (cr, self->look.margin, y);
      nepho_plot_show_text (cr, PANGO_LAYOUT (left));
    }
}

static void
draw_logo (const NephoPaper *self, cairo_t *cr)
{
  double width = cairo_image_surface_get_width (self->look.logo);
  double height = cairo_image_surface_get_height (self->look.logo);
  double scale = MIN (LOGO_HEIGHT / height, LOGO_HEIGHT * 2.5 / width);

  cairo_save (cr);
  cairo_translate (cr, self->look.width - self->look.margin - width * scale, self->look.margin);
  cairo_scale (cr, scale, scale);
  cairo_set_source_surface (cr, self->look.logo, 0.0, 0.0);
  cairo_paint (cr);
  cairo_restore (cr);
}

/**
 * nepho_paper_draw:
 * @self: a paper
 * @cr: where to draw
 * @page: a page, from 0
 */
void
nepho_paper_draw (NephoPaper *self, cairo_t *cr, guint page)
{
  g_return_if_fail (page < nepho_paper_n_pages (self));

  set_colour (cr, self->look.theme->background);
  cairo_rectangle (cr, 0.0, 0.0, self->look.width, self->look.height);
  cairo_fill (cr);
  if (page == 0 && self->look.logo != NULL)
    draw_logo (self, cr);

  for (guint i = 0; i < self->blocks->len; i++)
    {
      const Block *block = g_ptr_array_index (self->blocks, i);

      if (block->page != page)
        continue;
      if (block->repeated)
        {
          const Block *header = g_ptr_array_index (self->blocks, (guint) block->header);

          draw_block (self, cr, header, block->y - header->height);
        }
      draw_block (self, cr, block, block->y);
    }
  draw_foot (self, cr, page);
}
