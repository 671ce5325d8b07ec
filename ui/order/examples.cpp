// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/order/examples.h"

#include <QCoreApplication>

namespace retake {

namespace {

struct Examples
{
    Q_DECLARE_TR_FUNCTIONS(Examples)
};

Example example(const QString &label, const QString &change)
{
    return {label, QString(change + u' ' + Examples::tr("Keep everything else as it is."))};
}

} // namespace

QList<ExampleGroup> exampleInstructions()
{
    return {
        {Examples::tr("Things in the picture"),
         {
             example(Examples::tr("Recolour something"), Examples::tr("Change the purple parrot to white.")),
             example(Examples::tr("Replace something"), Examples::tr("Replace the parrot with an owl.")),
             example(Examples::tr("Add something"), Examples::tr("Add a small red hat to the parrot.")),
             example(Examples::tr("Remove something"), Examples::tr("Remove the people in the background.")),
         }},
        {Examples::tr("Background, weather, light"),
         {
             example(Examples::tr("Another background"),
                     Examples::tr("Change the background to a rainy forest.")),
             example(Examples::tr("Snow"), Examples::tr("Make it a winter day with falling snow.")),
             example(Examples::tr("Autumn"), Examples::tr("Make it autumn, with yellow and red leaves.")),
             example(Examples::tr("Warm evening light"), Examples::tr("Give it warm, golden evening light.")),
             example(Examples::tr("Night"), Examples::tr("Make it night, with street lamps and moonlight.")),
         }},
        {Examples::tr("Style"),
         {
             example(Examples::tr("Watercolour"), Examples::tr("Turn the whole picture into watercolour.")),
             example(Examples::tr("Pixel art"), Examples::tr("Turn the whole picture into 8-bit pixel art.")),
             example(Examples::tr("Clay"), Examples::tr("Turn everything into clay stop-motion.")),
             example(Examples::tr("Black and white"), Examples::tr("Make it a black and white film.")),
             example(Examples::tr("Live action"), Examples::tr("Turn the drawing into live action.")),
         }},
        {Examples::tr("Action and voice"),
         {
             example(Examples::tr("Another action"), Examples::tr("Let the parrot spread its wings.")),
             example(Examples::tr("A feeling"), Examples::tr("Let the person smile happily.")),
             example(Examples::tr("A spoken line"),
                     Examples::tr("Let the person say: “See you tomorrow!” Keep the voice.")),
         }},
        {Examples::tr("Camera"),
         {
             example(Examples::tr("Push in"), Examples::tr("Let the camera push in slowly.")),
             example(Examples::tr("Circle around"),
                     Examples::tr("Let the camera circle around the subject.")),
         }},
        {Examples::tr("With a reference image"),
         {
             example(Examples::tr("Wear what is in Image 1"),
                     Examples::tr("Dress the parrot in the scarf from Image 1.")),
             example(Examples::tr("Use the place in Image 1"),
                     Examples::tr("Change the background to the place in Image 1.")),
             example(Examples::tr("Use the style of Image 1"), Examples::tr("Use the style of Image 1.")),
         }},
    };
}

} // namespace retake
