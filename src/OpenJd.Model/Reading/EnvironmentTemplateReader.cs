using OpenJd.Model.Documents;
using OpenJd.Model.Schemas;
using OpenJd.Model.Templates;
using OpenJd.Model.Validation;
using static OpenJd.Model.Schemas.Fields;

namespace OpenJd.Model.Reading;

/// <summary>
/// Reads environment templates. Source: template schemas §1.2, whose table lacks the field <c>extensions</c> that §4.3
/// and the official suite use.
/// </summary>
internal static class EnvironmentTemplateReader
{
    public static readonly ObjectSchema Schema = new(
        "An environment template",
        Required(
            "specificationVersion",
            new WordSchema("specificationVersion", TemplateReader.EnvironmentTemplateVersion)),
        Optional("extensions", ExtensionsReader.Schema),
        Optional("parameterDefinitions", ParameterDefinitionReader.InEnvironmentTemplate),
        Required("environment", EnvironmentReader.Schema));

    public static EnvironmentTemplate? Read(DocumentNode root, TemplateOptions options, ErrorCollector errors)
    {
        var field = new Field(root, NodePath.Root, new ReadingContext(errors, options));
        if (ObjectReader.TryCreate(field, Schema) is not { } reader) return null;
        reader.Word("specificationVersion");
        var extensions = ExtensionsReader.Read(reader);
        var parameters = ParameterDefinitionReader.ReadAll(reader.Items("parameterDefinitions"));
        var scopes = SymbolScopes.Of(parameters, field.Context);
        var environments = new EnvironmentReader(new ActionScopes(scopes.Host, scopes.Template), isInStep: false);
        return reader["environment"] is { } environmentField && environments.Read(environmentField) is { } environment
            ? new EnvironmentTemplate
            {
                Extensions = extensions,
                ParameterDefinitions = parameters,
                Environment = environment,
            }
            : null;
    }
}
