/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "nepho-json-reader.h"
#include "nepho-parameter.h"

G_BEGIN_DECLS

#define NEPHO_DATASET_FORMAT "nephoscope-dataset/1"
#define NEPHO_DATASET_MAX_ROWS 100000u

/* A data set while it is read. Every section records its faults in the JSON reader and may be
 * called after one: it then does nothing. Facts come first, because the other sections cite them,
 * and parameters are made once vendors and segments are known. */
typedef struct
{
  NephoJsonReader   *json;
  NephoJsonReader   *shared; /* the bundled lists, once a data set asks for one */
  NephoDataset      *dataset;
  NephoParameterSet *parameters;
  GHashTable        *facts;  /* ids of all that may be cited */
  NephoOrigin        origin; /* whose word the data set's own facts are */
  JsonNode          *readers; /* the reader's facts, which a document keeps apart; or NULL */
  const GPtrArray   *known;  /* facts that a document holds copies of; or NULL */
} NephoDatasetReader;

NephoDataset *nepho_dataset_read_part         (NephoJsonReader    *json,
                                               JsonNode           *node,
                                               JsonNode           *readers);

/* What all sections share. */
char       *nepho_dataset_reader_id           (NephoJsonReader    *json,
                                               JsonNode           *object,
                                               GHashTable         *seen);
char       *nepho_dataset_reader_source       (NephoDatasetReader *self,
                                               JsonNode           *object,
                                               const char         *key);
NephoText  *nepho_dataset_reader_texts        (NephoDatasetReader *self,
                                               JsonNode           *node);
NephoGrade  nepho_dataset_reader_grade        (NephoJsonReader    *json,
                                               JsonNode           *object,
                                               const char         *key,
                                               gboolean            required);
double      nepho_dataset_reader_positive     (NephoDatasetReader *self,
                                               JsonNode           *object,
                                               const char         *key);
char       *nepho_dataset_reader_currency     (NephoDatasetReader *self,
                                               JsonNode           *object);

/* The market: nepho-dataset-market.c. */
void        nepho_dataset_reader_segments     (NephoDatasetReader *self,
                                               JsonNode           *list);
void        nepho_dataset_reader_vendors      (NephoDatasetReader *self,
                                               JsonNode           *list);
void        nepho_dataset_reader_values       (NephoDatasetReader *self,
                                               JsonNode           *list);
void        nepho_dataset_reader_scenarios    (NephoDatasetReader *self,
                                               JsonNode           *list);

/* The evidence: nepho-dataset-evidence.c. */
void        nepho_dataset_reader_facts        (NephoDatasetReader *self,
                                               JsonNode           *list);
void        nepho_dataset_reader_readers      (NephoDatasetReader *self);
void        nepho_dataset_reader_rates        (NephoDatasetReader *self,
                                               JsonNode           *list);
void        nepho_dataset_reader_observations (NephoDatasetReader *self,
                                               JsonNode           *list);

/* What AI computes on and costs: nepho-dataset-compute.c. */
void        nepho_dataset_reader_ai_models    (NephoDatasetReader *self,
                                               JsonNode           *list);
void        nepho_dataset_reader_accelerators (NephoDatasetReader *self,
                                               JsonNode           *list);
void        nepho_dataset_reader_api_prices   (NephoDatasetReader *self,
                                               JsonNode           *list);

G_END_DECLS
