using OpenJd.Model.Documents;
using OpenJd.Model.Schemas;
using OpenJd.Model.Templates;
using OpenJd.Model.Validation;
using static OpenJd.Model.Schemas.Fields;

namespace OpenJd.Model.Reading;

/// <summary>Reads job templates. Source: template schemas §1.1.</summary>
internal static class JobTemplateReader
{
    public static readonly ObjectSchema Schema = new(
        "A job template",
        Required("specificationVersion", new WordSchema("specificationVersion", TemplateReader.JobTemplateVersion)),
        Optional("$schema", new TextSchema("$schema", 0)),
        Optional("extensions", ExtensionsReader.Schema),
        Required("name", TextSchemas.JobName),
        Optional("description", TextSchemas.Description),
        Optional("parameterDefinitions", ParameterDefinitionReader.InJobTemplate),
        Optional("jobEnvironments", EnvironmentReader.ListSchema),
        Required("steps", StepReader.ListSchema));

    public static JobTemplate? Read(DocumentNode root, TemplateOptions options, ErrorCollector errors)
    {
        var field = new Field(root, NodePath.Root, new ReadingContext(errors, options));
        if (ObjectReader.TryCreate(field, Schema) is not { } reader) return null;
        reader.Word("specificationVersion");
        reader.Text("$schema");
        var extensions = ExtensionsReader.Read(reader);
        var parameters = ParameterDefinitionReader.ReadAll(reader.Items("parameterDefinitions"));
        var scopes = SymbolScopes.Of(parameters, field.Context);
        var environments = new EnvironmentReader(new ActionScopes(scopes.Host, scopes.Template), isInStep: false)
            .ReadAll(reader.Items("jobEnvironments"), []);
        var name = reader["name"] is { } nameField
            ? FormatReader.Read(nameField, TextSchemas.JobName, scopes.JobName, TargetTypes.Text)
            : null;
        var steps = new StepReader(scopes.Template, scopes.Host, environments).ReadAll(reader.Items("steps"));
        DependencyRules.Check(steps, errors);
        WrapRules.Check(environments, steps, errors);
        var description = reader.Text("description");
        return name is null ? null : new JobTemplate
        {
            Extensions = extensions,
            Name = name,
            Description = description,
            ParameterDefinitions = parameters,
            JobEnvironments = environments,
            Steps = steps,
        };
    }
}
