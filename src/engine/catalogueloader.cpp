// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/catalogueloader.h"

#include "engine/catalogueschema.h"

#include <QDir>
#include <QFile>

namespace retake {

namespace {

Result<QByteArray> contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::FileUnreadable, {QDir::toNativeSeparators(path)}, file.errorString());
    return file.readAll();
}

Result<Catalogue> checkedCatalogue(const QString &path)
{
    const auto json = contentOf(path);
    if (!json)
        return failure(json.error());
    const auto schema = contentOf(QStringLiteral(":/catalogue/catalogue.schema.json"));
    if (!schema)
        return failure(schema.error());
    if (const auto fits = checkAgainstSchema(*json, *schema, QDir::toNativeSeparators(path)); !fits)
        return failure(fits.error());
    return Catalogue::parse(*json);
}

// What a schema cannot say: a model speaks through a service that exists.
Result<void> servicesExist(const Catalogue &catalogue, const QString &path)
{
    for (const ModelSpec &model : catalogue.models()) {
        if (!catalogue.service(model.service))
            return failure(ErrorKind::FileDamaged, {QDir::toNativeSeparators(path)},
                           QString(model.id + u": no service \"" + model.service + u'"'));
    }
    return {};
}

} // namespace

Result<Catalogue> loadCatalogue(const QString &userFile)
{
    auto catalogue = checkedCatalogue(QStringLiteral(":/catalogue/catalogue.json"));
    if (!catalogue || userFile.isEmpty() || !QFile::exists(userFile))
        return catalogue;
    const auto own = checkedCatalogue(userFile);
    if (!own)
        return failure(own.error());
    catalogue->merge(*own);
    if (const auto exist = servicesExist(*catalogue, userFile); !exist)
        return failure(exist.error());
    return catalogue;
}

} // namespace retake
