using System.Text;
using System.Text.Json;
using OpenJd.Model.Creation;
using OpenJd.Model.Documents;
using OpenJd.Model.Jobs;
using OpenJd.Model.Parameters;
using OpenJd.Model.Reading;
using OpenJd.Model.Templates;
using Renderacre.Python.Errors;
using Renderacre.Python.Interop;
using Renderacre.Python.Module;
using Renderacre.Python.Objects;

namespace Renderacre.Python.Templates;

/// <summary>A template and what is given with it, as the functions that make a job of it take it.</summary>
internal static unsafe class GivenTemplate
{
    /// <summary>The arguments of such a function.</summary>
    /// <param name="tuple">What it was called with.</param>
    public static Arguments Arguments(nint tuple) => new(
        tuple, "template", "parameters", "extensions", "environment_templates", "template_dir", "current_working_dir");

    /// <summary>What a template may ask for.</summary>
    /// <param name="extensions">Names of extensions, or null for all.</param>
    /// <exception cref="ArgumentValueException">There is no such extension.</exception>
    public static TemplateOptions Options(IReadOnlyList<string>? extensions)
    {
        if (extensions is null)
            return new TemplateOptions();
        if (extensions.Except(ExtensionNames.Known, StringComparer.Ordinal).FirstOrDefault() is { } unknown)
        {
            throw new ArgumentValueException(
                $"extensions: '{unknown}' is none; there are {string.Join(", ", ExtensionNames.Known)}");
        }

        return new TemplateOptions { SupportedExtensions = [.. extensions] };
    }

    /// <summary>Makes the job and something of it, with the interpreter lock released.</summary>
    /// <param name="given">The arguments.</param>
    /// <param name="use">Makes a JSON text of the job.</param>
    /// <returns>The text.</returns>
    /// <exception cref="TemplateFaultsException">The template, or a value, is wrong.</exception>
    public static byte[] Work(Arguments given, Func<Job, byte[]> use)
    {
        var submission = new JobSubmission
        {
            Template = given.Text(0),
            Parameters = Parameters(given),
            Options = Options(given.OptionalTexts(2)),
            EnvironmentTemplates = given.OptionalTexts(3) ?? [],
            Paths = new PathContext(given.Text(4), given.Text(5)),
        };
        return InterpreterLock.Released(() =>
        {
            var job = submission.CreateJob();
            return use(job.Value ?? throw new TemplateFaultsException(job.Errors));
        });
    }

    private static Dictionary<string, DocumentNode> Parameters(Arguments given)
    {
        var values = new Dictionary<string, DocumentNode>(StringComparer.Ordinal);
        if (given.Optional(1) is not { } parameters)
            return values;
        if (ObjectKinds.Of(parameters) != ObjectKind.Dictionary)
            throw new ArgumentTypeException($"parameters: a dict is wanted, not {ObjectKinds.NameOf(parameters)}");
        nint position = 0, name, value;
        while (PythonApi.DictNext(parameters, &position, &name, &value) != 0)
        {
            if (ObjectKinds.Of(name) != ObjectKind.Text)
                throw new ArgumentTypeException($"parameters: names are str, not {ObjectKinds.NameOf(name)}");
            var text = TextObject.Read(name);
            values[text] = ToNode(value, $"parameters['{text}']");
        }

        return values;
    }

    private static DocumentNode ToNode(nint value, string what)
    {
        if (ObjectKinds.Of(value) == ObjectKind.Text)
            return ScalarNode.FromText(TextObject.Read(value));
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
            PythonToJson.Write(writer, value, what);
        // The reader takes a lone scalar for YAML, where the words of JSON mean the same.
        return DocumentReader.Read(Encoding.UTF8.GetString(buffer.ToArray()));
    }
}
