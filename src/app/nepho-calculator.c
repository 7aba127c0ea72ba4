/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "nepho-calculator.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "nepho-expression-row.h"
#include "nepho-figures.h"
#include "nepho-headline-strip.h"
#include "nepho-number.h"
#include "nepho-quantity.h"
#include "nepho-training.h"

#define SPACING 12

struct _NephoCalculator
{
  GtkWidget  parent_instance;

  GtkWidget *box;
  GtkWidget *chain;
  GtkWidget *means;
  GtkWidget *steps;
  GtkWidget *sentence;
};

G_DEFINE_FINAL_TYPE (NephoCalculator, nepho_calculator, GTK_TYPE_WIDGET)

static char *
shown (double value, NephoUnit unit)
{
  return nepho_number_format (value, unit, NEPHO_NUMBER_WITH_UNIT | NEPHO_NUMBER_SHORT);
}

/* "¥16 mn" rather than "¥0.016 bn": in whatever size the reader's language has a word for. */
static char *
shown_yuan (const NephoCurrencyChoice *money, double yuan_bn)
{
  return nepho_currency_format (money, yuan_bn * 1e9, NEPHO_UNIT_YUAN, NEPHO_NUMBER_WITH_UNIT | NEPHO_NUMBER_SHORT);
}

static char *
shown_days (double days)
{
  return days == 1.0 ? g_strdup (_("one day")) : shown (days, NEPHO_UNIT_DAY);
}

/* What the reader entered is shown as entered: "100 %", not "100.0 %". */
static char *
exact (double value, NephoUnit unit)
{
  return nepho_number_format (value, unit, NEPHO_NUMBER_WITH_UNIT | NEPHO_NUMBER_EXACT);
}

/* "+1.2 days on baseline", or NULL where nothing differs that could be shown. */
static char *
change_of (const NephoCurrencyChoice *money, double value, const double *baseline, NephoUnit unit)
{
  g_autofree char *change = NULL;

  if (baseline == NULL)
    return NULL;
  change = nepho_currency_format (money, value - *baseline, unit,
                                  NEPHO_NUMBER_WITH_UNIT | NEPHO_NUMBER_SHORT | NEPHO_NUMBER_WITH_SIGN);
  if (strpbrk (change, "123456789") == NULL)
    return NULL;

  /* Translators: a difference such as "−3.2 points" */
  return g_strdup_printf (_("%s on baseline"), change);
}

/* @value, @change and @detail: (transfer full) */
static void
add (GPtrArray *items, const char *name, char *value, char *change, char *detail)
{
  NephoHeadline *item = g_new0 (NephoHeadline, 1);

  item->name = g_strdup (name);
  item->value = value;
  item->change = change;
  item->detail = detail;
  g_ptr_array_add (items, item);
}

/* The AI model whose size and data the levers stand at, if its work was published. */
static const NephoAiModel *
find_published (const NephoDataset *dataset, const NephoTrainingRun *run)
{
  for (guint i = 0; i < dataset->ai_models->len; i++)
    {
      const NephoAiModel *model = g_ptr_array_index (dataset->ai_models, i);

      if (isfinite (model->pf_days) && fabs (model->parameters / run->parameters - 1.0) < 1e-9
          && fabs (model->tokens / run->tokens - 1.0) < 1e-9)
        return model;
    }

  return NULL;
}

static char *
describe_work (const NephoDataset *dataset, const NephoTrainingRun *run)
{
  const NephoAiModel *model = find_published (dataset, run);
  g_autofree char *parameters = shown (run->parameters, NEPHO_UNIT_PARAMETER);
  g_autofree char *tokens = shown (run->tokens, NEPHO_UNIT_TOKEN);

  if (model != NULL)
    {
      g_autofree char *pf_days = nepho_number_format (model->pf_days, NEPHO_UNIT_PF_DAY,
                                                      NEPHO_NUMBER_WITH_UNIT);

      /* Translators: "published 3,640 PF-days (GPT-3)" */
      return g_strdup_printf (_("published %s (%s)"), pf_days, model->name);
    }

  /* Translators: six operations, "175 bn parameters", "300 bn tokens" */
  return g_strdup_printf (_("6 × %s × %s"), parameters, tokens);
}

static char *
describe_capital (const NephoCurrencyChoice *money, const NephoTrainingRun *run, const NephoTrainingCost *cost)
{
  g_autofree char *each = shown_yuan (money, run->investment_yuan_bn);
  g_autofree char *less = NULL;

  if (cost->centres_whole <= 1.0 || cost->centres_whole - cost->centres < 1e-9)
    /* Translators: the price of one centre */
    return g_strdup_printf (_("%s a centre"), each);

  less = shown_yuan (money, (cost->centres_whole - 1.0) * run->investment_yuan_bn);

  /* Translators: the price of one centre; what one centre fewer would cost */
  return g_strdup_printf (_("%s a centre; %s with one fewer"), each, less);
}

static void
build_chain (GPtrArray *items,
             const NephoCurrencyChoice *money,
             const NephoDataset *dataset,
             const NephoTrainingRun *run,
             const NephoTrainingCost *cost,
             const NephoTrainingCost *base)
{
  g_autofree char *speed = shown (run->centre_pflops, NEPHO_UNIT_PFLOP_PER_SECOND);
  g_autofree char *use = exact (run->utilisation, NEPHO_UNIT_FRACTION);
  g_autofree char *window = shown_days (run->window_days);
  g_autofree char *whole = nepho_number_format_decimals (cost->centres_whole, 0);

  add (items, _("Work"), nepho_number_format (cost->pf_days, NEPHO_UNIT_PF_DAY, NEPHO_NUMBER_WITH_UNIT),
       change_of (money, cost->pf_days, base != NULL ? &base->pf_days : NULL, NEPHO_UNIT_PF_DAY),
       describe_work (dataset, run));
  add (items, _("Time on one centre"), shown (cost->centre_days, NEPHO_UNIT_DAY),
       change_of (money, cost->centre_days, base != NULL ? &base->centre_days : NULL, NEPHO_UNIT_DAY),
       /* Translators: "500 PFLOP/s", "100 %" */
       g_strdup_printf (_("%s at %s utilisation"), speed, use));
  add (items, _("Centres"), nepho_number_format (cost->centres, NEPHO_UNIT_NONE, NEPHO_NUMBER_SHORT),
       change_of (money, cost->centres, base != NULL ? &base->centres : NULL, NEPHO_UNIT_NONE),
       /* Translators: a whole number of centres, "one day" */
       g_strdup_printf (_("%s whole ones, to end within %s"), whole, window));
  add (items, _("Capital"), shown_yuan (money, cost->capital_yuan_bn),
       change_of (money, cost->capital_yuan_bn, base != NULL ? &base->capital_yuan_bn : NULL,
                  NEPHO_UNIT_YUAN_BILLION),
       describe_capital (money, run, cost));
}

static void
build_means (GPtrArray *items,
             const NephoCurrencyChoice *money,
             const NephoTrainingRun *run,
             const NephoTrainingCost *cost)
{
  g_autofree char *mfu = exact (run->mfu, NEPHO_UNIT_FRACTION);
  g_autofree char *rent = nepho_currency_format (money, run->price_yuan_per_hour, NEPHO_UNIT_YUAN_PER_HOUR,
                                                 NEPHO_NUMBER_WITH_UNIT | NEPHO_NUMBER_SHORT);
  g_autofree char *watts = shown (run->accelerator_watts * run->pue, NEPHO_UNIT_WATT);
  g_autofree char *grid = exact (run->grid_kg_per_kwh, NEPHO_UNIT_KILOGRAM_PER_KWH);
  g_autofree char *life = exact (run->life_years, NEPHO_UNIT_NONE);

  add (items, _("Accelerators"),
       nepho_number_format (ceil (cost->accelerators), NEPHO_UNIT_COUNT, NEPHO_NUMBER_SHORT), NULL,
       /* Translators: a share of the highest speed, "30 %" */
       g_strdup_printf (_("at %s of their peak"), mfu));
  add (items, _("Accelerator hours"),
       nepho_number_format (cost->accelerator_hours, NEPHO_UNIT_COUNT, NEPHO_NUMBER_SHORT), NULL,
       g_strdup (_("however many share them")));
  add (items, _("Rent"), shown_yuan (money, cost->rent_yuan_bn), NULL,
       /* Translators: "¥8.00/hour" */
       g_strdup_printf (_("at %s each"), rent));
  add (items, _("Energy"), shown (cost->energy_gwh, NEPHO_UNIT_GIGAWATT_HOUR), NULL,
       /* Translators: "480 W" */
       g_strdup_printf (_("%s each, with cooling"), watts));
  add (items, _("Emissions"), shown (cost->emissions_kt, NEPHO_UNIT_KILOTONNE), NULL,
       /* Translators: "0.57 kg/kWh" */
       g_strdup_printf (_("CO₂ at %s"), grid));
  add (items, _("Capital used up"), shown_yuan (money, cost->capital_used_yuan_bn), NULL,
       /* Translators: a number of years */
       g_strdup_printf (_("of a life of %s years"), life));
}

static NephoQuantity
quantity_of (double value, NephoUnit unit)
{
  double size;
  NephoQuantity quantity = { .dimension = nepho_dimension_of_unit (unit, &size) };

  quantity.value = value * size;

  return quantity;
}

/* The article's division with its units, and what it takes from there to centres. It begins at the
 * published work where there is one, as the article does:
 * "3640 PF-days ÷ 500 PFLOP/s = 7.28 days (not centres)"
 * "7.28 days ÷ (1 day × 100 % for each centre) = 7.28 centres" */
static char *
describe_steps (const NephoDataset *dataset, const NephoTrainingRun *run, const NephoTrainingCost *cost)
{
  const NephoAiModel *model = find_published (dataset, run);
  double pf_days = model != NULL ? model->pf_days : cost->pf_days;
  NephoQuantity work = quantity_of (pf_days, NEPHO_UNIT_PF_DAY);
  NephoQuantity speed = quantity_of (run->centre_pflops, NEPHO_UNIT_PFLOP_PER_SECOND);
  NephoQuantity time = { .value = work.value / speed.value };
  g_autofree char *work_text = nepho_number_format (pf_days, NEPHO_UNIT_PF_DAY, NEPHO_NUMBER_WITH_UNIT);
  g_autofree char *speed_text = shown (run->centre_pflops, NEPHO_UNIT_PFLOP_PER_SECOND);
  g_autofree char *time_text = NULL;
  g_autofree char *window = shown (run->window_days, NEPHO_UNIT_DAY);
  g_autofree char *use = exact (run->utilisation, NEPHO_UNIT_FRACTION);
  g_autofree char *centres = shown (pf_days / run->centre_pflops / (run->window_days * run->utilisation),
                                    NEPHO_UNIT_CENTRE);
  g_autofree char *article = NULL;
  g_autofree char *rest = NULL;

  nepho_dimension_multiply (&work.dimension, &speed.dimension, -1, &time.dimension);
  time_text = nepho_quantity_format (&time);
  /* Translators: an amount of work, a speed, a time: "3640 PF-days", "500 PFLOP/s", "7.28 days" */
  article = g_strdup_printf (_("%s ÷ %s = %s (not centres)"), work_text, speed_text, time_text);
  /* Translators: two times, a share, a number of centres: "7.28 days", "1 day", "100 %", "7.28 centres" */
  rest = g_strdup_printf (_("%s ÷ (%s × %s for each centre) = %s"), time_text, window, use, centres);

  return g_strconcat (article, "\n", rest, NULL);
}

/* The article divides work by speed and calls the days so found centres. That is true of one window
 * and one utilisation only; the reader shall know which. */
static char *
describe_assumption (const NephoTrainingRun *run, const NephoTrainingCost *cost)
{
  g_autofree char *centres = nepho_number_format (cost->centres, NEPHO_UNIT_NONE, NEPHO_NUMBER_SHORT);
  g_autofree char *window = shown_days (run->window_days);
  g_autofree char *use = exact (run->utilisation, NEPHO_UNIT_FRACTION);

  if (run->window_days == 1.0 && run->utilisation == 1.0)
    /* xgettext:no-c-format */
    return g_strdup (_("To call the days centres, as the article does, hides an assumption: the whole run within one "
                       "day, every centre at 100 % of its speed. With more days, or less than full use, the number of "
                       "centres is another."));

  /* Translators: "30 days"; "30 %"; a number of centres */
  return g_strdup_printf (_("The article calls the days centres, which holds only for a run within one day at 100 %% "
                            "utilisation. To end within %s at %s takes %s centres."),
                          window, use, centres);
}

static void
nepho_calculator_dispose (GObject *object)
{
  g_clear_pointer (&NEPHO_CALCULATOR (object)->box, gtk_widget_unparent);

  G_OBJECT_CLASS (nepho_calculator_parent_class)->dispose (object);
}

static void
nepho_calculator_class_init (NephoCalculatorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = nepho_calculator_dispose;
  gtk_widget_class_set_css_name (widget_class, "calculator");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static GtkWidget *
add_paragraph (GtkWidget *box, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0.0f);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);

  return label;
}

static void
nepho_calculator_init (NephoCalculator *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, SPACING);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (self->box, "card-content");

  add_paragraph (self->box, _("What one training run takes"), "heading");
  self->chain = nepho_headline_strip_new (TRUE);
  gtk_box_append (GTK_BOX (self->box), self->chain);
  gtk_box_append (GTK_BOX (self->box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  self->means = nepho_headline_strip_new (FALSE);
  gtk_box_append (GTK_BOX (self->box), self->means);
  gtk_box_append (GTK_BOX (self->box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  add_paragraph (self->box, _("The article’s step, with its units"), "heading");
  self->steps = add_paragraph (self->box, NULL, "body");
  gtk_widget_add_css_class (self->steps, "numeric");
  self->sentence = add_paragraph (self->box, NULL, "body");
  gtk_box_append (GTK_BOX (self->box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (self->box), nepho_expression_row_new ());

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("What one training run takes"), -1);
}

/**
 * nepho_calculator_new:
 *
 * Returns: (transfer floating): a calculator that shows nothing before its first update
 */
GtkWidget *
nepho_calculator_new (void)
{
  return g_object_new (NEPHO_TYPE_CALCULATOR, NULL);
}

/* A label that is set anew is laid out anew. */
static void
show_text (GtkWidget *label, const char *text)
{
  if (!g_str_equal (gtk_label_get_text (GTK_LABEL (label)), text))
    gtk_label_set_text (GTK_LABEL (label), text);
}

/**
 * nepho_calculator_update:
 * @self: a calculator
 * @money: in which money sums are shown
 * @set: the parameters of a data set
 * @values: the value of each
 * @baseline_values: (nullable): what to compare with
 *
 * Works out the training run that the levers describe.
 */
void
nepho_calculator_update (NephoCalculator *self,
                         const NephoCurrencyChoice *money,
                         const NephoParameterSet *set,
                         const double *values,
                         const double *baseline_values)
{
  const NephoDataset *dataset = nepho_parameter_set_dataset (set);
  g_autoptr (GPtrArray) chain = NULL;
  g_autoptr (GPtrArray) means = NULL;
  NephoTrainingRun run;
  NephoTrainingCost cost;
  NephoTrainingCost base;
  g_autofree char *steps = NULL;
  g_autofree char *sentence = NULL;

  g_return_if_fail (NEPHO_IS_CALCULATOR (self));

  chain = g_ptr_array_new_with_free_func ((GDestroyNotify) nepho_headline_free);
  means = g_ptr_array_new_with_free_func ((GDestroyNotify) nepho_headline_free);
  if (baseline_values != NULL)
    {
      nepho_training_run_from_values (set, baseline_values, &run);
      nepho_training_cost (&run, &base);
    }
  nepho_training_run_from_values (set, values, &run);
  nepho_training_cost (&run, &cost);

  build_chain (chain, money, dataset, &run, &cost, baseline_values != NULL ? &base : NULL);
  build_means (means, money, &run, &cost);
  nepho_headline_strip_update (NEPHO_HEADLINE_STRIP (self->chain), chain);
  nepho_headline_strip_update (NEPHO_HEADLINE_STRIP (self->means), means);

  steps = describe_steps (dataset, &run, &cost);
  sentence = describe_assumption (&run, &cost);
  show_text (self->steps, steps);
  show_text (self->sentence, sentence);
}
