using System.Text.RegularExpressions;
using OpenJd.Model.Documents;
using OpenJd.Model.Templates;
using OpenJd.Model.Validation;

namespace OpenJd.Model.Reading;

/// <summary>Reads templates from YAML or JSON and finds all of their faults. Source: template schemas §1.</summary>
public static partial class TemplateReader
{
    /// <summary>The version that job templates of this specification name.</summary>
    public const string JobTemplateVersion = "jobtemplate-2023-09";

    /// <summary>The version that environment templates of this specification name.</summary>
    public const string EnvironmentTemplateVersion = "environment-2023-09";

    private static readonly ObjectSchema JobSchema = new(
        "A job template",
        [
            "specificationVersion", "$schema", "extensions", "name", "description", "parameterDefinitions",
            "jobEnvironments", "steps",
        ]);

    private static readonly ObjectSchema EnvironmentSchema = new(
        "An environment template", ["specificationVersion", "parameterDefinitions", "environment"]);

    /// <summary>Reads a job template.</summary>
    /// <param name="text">The YAML or JSON text.</param>
    /// <param name="options">What is allowed, or null for the base specification.</param>
    /// <returns>The template, or all of its faults.</returns>
    public static Validated<JobTemplate> ReadJobTemplate(string text, TemplateOptions? options = null) =>
        Read(text, (root, errors) => ReadJobTemplate(root, options ?? new TemplateOptions(), errors));

    /// <summary>Reads an environment template.</summary>
    /// <param name="text">The YAML or JSON text.</param>
    /// <returns>The template, or all of its faults.</returns>
    public static Validated<EnvironmentTemplate> ReadEnvironmentTemplate(string text) =>
        Read(text, ReadEnvironmentTemplate);

    /// <summary>Finds the faults of a template of either kind, as its <c>specificationVersion</c> says.</summary>
    /// <param name="text">The YAML or JSON text.</param>
    /// <param name="options">What is allowed, or null for the base specification.</param>
    /// <returns>All faults; none where the template is valid.</returns>
    public static IReadOnlyList<ValidationError> Check(string text, TemplateOptions? options = null) =>
        Read<object>(text, (root, errors) => IsEnvironmentTemplate(root)
            ? ReadEnvironmentTemplate(root, errors)
            : ReadJobTemplate(root, options ?? new TemplateOptions(), errors)).Errors;

    private static Validated<T> Read<T>(string text, Func<DocumentNode, ErrorCollector, T?> read)
        where T : class
    {
        var errors = new ErrorCollector();
        try
        {
            return new Validated<T>(read(DocumentReader.Read(text), errors), errors);
        }
        catch (DocumentException exception)
        {
            errors.Add(new ValidationError("", exception.Message, exception.Line, exception.Column));
            return new Validated<T>(null, errors);
        }
    }

    private static bool IsEnvironmentTemplate(DocumentNode root) => root is MappingNode mapping && mapping.Entries.Any(
        entry => entry.Name == "specificationVersion"
            && entry.Value is ScalarNode { Text: EnvironmentTemplateVersion });

    private static JobTemplate? ReadJobTemplate(DocumentNode root, TemplateOptions options, ErrorCollector errors)
    {
        if (ObjectReader.TryCreate(new Field(root, NodePath.Root, errors), JobSchema) is not { } reader) return null;
        reader.Required("specificationVersion")?.OneOf("specificationVersion", [JobTemplateVersion]);
        if (reader.Optional("$schema") is { } schema) schema.Text("$schema");
        var extensions = ReadExtensions(reader.Optional("extensions"), options);
        var parameters = ParameterDefinitionReader.ReadAll(reader.Optional("parameterDefinitions"));
        var (template, host) = (SymbolScope.Template(parameters), SymbolScope.Host(parameters));
        var environments = EnvironmentReader.ReadAll(reader.Optional("jobEnvironments"), host, []);
        var name = reader.Required("name") is { } nameField ? ReadJobName(nameField, template) : null;
        var steps = ReadSteps(
            reader.Required("steps"), new StepReader(template, host, [.. environments.Select(one => one.Name)]));
        DependencyRules.Check(steps, errors);
        return name is null ? null : new JobTemplate
        {
            Extensions = extensions,
            Name = name,
            Description = TextRules.ReadDescription(reader.Optional("description")),
            ParameterDefinitions = parameters,
            JobEnvironments = environments,
            Steps = steps,
        };
    }

    private static EnvironmentTemplate? ReadEnvironmentTemplate(DocumentNode root, ErrorCollector errors)
    {
        if (ObjectReader.TryCreate(new Field(root, NodePath.Root, errors), EnvironmentSchema) is not { } reader)
            return null;
        reader.Required("specificationVersion")?.OneOf("specificationVersion", [EnvironmentTemplateVersion]);
        var parameters = ParameterDefinitionReader.ReadAll(reader.Optional("parameterDefinitions"));
        return reader.Required("environment") is { } field
            && EnvironmentReader.Read(field, SymbolScope.Host(parameters)) is { } environment
            ? new EnvironmentTemplate { ParameterDefinitions = parameters, Environment = environment }
            : null;
    }

    /// <summary>Source: template schemas §1.1.1. The greatest length is that of the resolved name.</summary>
    private static TemplateString? ReadJobName(Field field, SymbolScope scope)
    {
        var name = TextRules.ReadFormat(field, "A job's name", scope);
        if (name is null) return null;
        var longest = name.Format.IsLiteral ? TextRules.MaxJobNameLength : int.MaxValue;
        var fault = TextRules.LengthFault("A job's name", name.Text, 1, longest)
            ?? TextRules.ControlFault("A job's name", name.Text);
        if (fault is not null) field.Error(fault);
        return name;
    }

    private static List<string> ReadExtensions(Field? field, TemplateOptions options)
    {
        var extensions = new List<string>();
        foreach (var item in field?.Items("extensions") ?? [])
        {
            if (item.Text("An extension's name") is not { } name) continue;
            if (ExtensionFault(name, options) is { } fault) item.Error(fault);
            else if (extensions.Contains(name, StringComparer.Ordinal))
                item.Error($"The extension {name} occurs twice.");
            else extensions.Add(name);
        }

        return extensions;
    }

    private static string? ExtensionFault(string name, TemplateOptions options)
    {
        if (options.SupportedExtensions.Contains(name)) return null;
        if (!ExtensionName().IsMatch(name))
            return "An extension's name has 3 to 128 of the characters A to Z, 0 to 9 and _.";
        return ExtensionNames.Known.Contains(name, StringComparer.Ordinal)
            ? $"The extension {name} is not supported by this version yet."
            : $"There is no extension '{name}'.{NearestName.Suggest(name, ExtensionNames.Known)}";
    }

    private static List<StepTemplate> ReadSteps(Field? field, StepReader stepReader)
    {
        var steps = new List<StepTemplate>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in field?.Items("steps") ?? [])
        {
            if (stepReader.Read(item) is not { } step) continue;
            steps.Add(step);
            if (step.Name.Length > 0 && !names.Add(step.Name)) item.Error($"The step name '{step.Name}' occurs twice.");
        }

        return steps;
    }

    [GeneratedRegex(@"^[A-Z_0-9]{3,128}\z", RegexOptions.CultureInvariant)]
    private static partial Regex ExtensionName();
}
