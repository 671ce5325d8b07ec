// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace retake {

struct Example
{
    QString label;
    QString text;
};

struct ExampleGroup
{
    QString title;
    QList<Example> examples;
};

// Instructions to start from, after the maker's guide to wording: what to change, then what to keep.
QList<ExampleGroup> exampleInstructions();

} // namespace retake
