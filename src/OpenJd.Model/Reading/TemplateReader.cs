using OpenJd.Model.Documents;
using OpenJd.Model.Templates;
using OpenJd.Model.Validation;

namespace OpenJd.Model.Reading;

/// <summary>Reads templates from YAML or JSON and finds all of their faults. Source: template schemas §1.</summary>
public static class TemplateReader
{
    /// <summary>The version that job templates of this specification name.</summary>
    public const string JobTemplateVersion = "jobtemplate-2023-09";

    /// <summary>The version that environment templates of this specification name.</summary>
    public const string EnvironmentTemplateVersion = "environment-2023-09";

    /// <summary>Reads a job template.</summary>
    /// <param name="text">The YAML or JSON text.</param>
    /// <param name="options">What is allowed, or null for all extensions.</param>
    /// <returns>The template, or all of its faults.</returns>
    public static Validated<JobTemplate> ReadJobTemplate(string text, TemplateOptions? options = null) =>
        Read(text, (root, errors) => JobTemplateReader.Read(root, options ?? new TemplateOptions(), errors));

    /// <summary>Reads a job template from a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="options">What is allowed, or null for all extensions.</param>
    /// <returns>The template, or all of its faults.</returns>
    public static Validated<JobTemplate> ReadJobTemplateDocument(DocumentNode document, TemplateOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        var errors = new ErrorCollector();
        return new(JobTemplateReader.Read(document, options ?? new TemplateOptions(), errors), errors);
    }

    /// <summary>Reads an environment template.</summary>
    /// <param name="text">The YAML or JSON text.</param>
    /// <param name="options">What is allowed, or null for all extensions.</param>
    /// <returns>The template, or all of its faults.</returns>
    public static Validated<EnvironmentTemplate> ReadEnvironmentTemplate(
        string text, TemplateOptions? options = null) =>
        Read(text, (root, errors) => EnvironmentTemplateReader.Read(root, options ?? new TemplateOptions(), errors));

    /// <summary>Reads an environment template from a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="options">What is allowed, or null for all extensions.</param>
    /// <returns>The template, or all of its faults.</returns>
    public static Validated<EnvironmentTemplate> ReadEnvironmentTemplateDocument(
        DocumentNode document, TemplateOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        var errors = new ErrorCollector();
        return new(EnvironmentTemplateReader.Read(document, options ?? new TemplateOptions(), errors), errors);
    }

    /// <summary>Finds the faults of a template of either kind, as its <c>specificationVersion</c> says.</summary>
    /// <param name="text">The YAML or JSON text.</param>
    /// <param name="options">What is allowed, or null for all extensions.</param>
    /// <returns>All faults; none for a valid template.</returns>
    public static IReadOnlyList<ValidationError> Check(string text, TemplateOptions? options = null) =>
        Read(text, (root, errors) => Check(root, options ?? new TemplateOptions(), errors)).Errors;

    /// <summary>Finds the faults of a template of either kind, as its <c>specificationVersion</c> says.</summary>
    /// <param name="document">The document.</param>
    /// <param name="options">What is allowed, or null for all extensions.</param>
    /// <returns>All faults; none for a valid template.</returns>
    public static IReadOnlyList<ValidationError> CheckDocument(DocumentNode document, TemplateOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(document);
        var errors = new ErrorCollector();
        _ = Check(document, options ?? new TemplateOptions(), errors);
        return errors.Errors;
    }

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
            errors.Add(new SourceLocation(NodePath.Root, exception.Line, exception.Column), exception.Message);
            return new Validated<T>(null, errors);
        }
    }

    private static object? Check(DocumentNode root, TemplateOptions options, ErrorCollector errors) =>
        IsEnvironmentTemplate(root)
            ? EnvironmentTemplateReader.Read(root, options, errors)
            : JobTemplateReader.Read(root, options, errors);

    private static bool IsEnvironmentTemplate(DocumentNode root) => root is MappingNode mapping && mapping.Entries.Any(
        entry => entry.Name == "specificationVersion"
            && entry.Value is ScalarNode { Text: EnvironmentTemplateVersion });
}
