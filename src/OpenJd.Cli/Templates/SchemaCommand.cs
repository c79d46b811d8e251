using System.CommandLine;
using OpenJd.Cli.Commands;
using OpenJd.Model.Reading;
using OpenJd.Model.Schemas;

namespace OpenJd.Cli.Templates;

/// <summary><c>schema</c>: the JSON Schema by which editors complete and check templates.</summary>
internal static class SchemaCommand
{
    /// <summary>Lays out the command.</summary>
    public static Command Create(CliHost host)
    {
        var command = new CommandWithExample(
            "schema", "Prints the JSON Schema of job templates, of environment templates, or of both.",
            $"{host.ProgramName} schema --version {TemplateReader.JobTemplateVersion} > template.schema.json");
        var version = new Option<string?>("--version")
        {
            Description = "The kind of template; both where it is not given",
            HelpName = "VERSION",
        };
        version.AcceptOnlyFromAmong(TemplateReader.JobTemplateVersion, TemplateReader.EnvironmentTemplateVersion);
        command.Add(version);
        var output = new OutputOption(command);
        TemplateAction.Set(command, host, output, (parsed, _) =>
        {
            Write(host, output.Of(parsed), Schema(parsed.GetValue(version)));
            return Task.FromResult(ExitCode.Success);
        });
        return command;
    }

    private static string Schema(string? version) => version switch
    {
        TemplateReader.JobTemplateVersion => TemplateJsonSchema.OfJobTemplates(),
        TemplateReader.EnvironmentTemplateVersion => TemplateJsonSchema.OfEnvironmentTemplates(),
        _ => TemplateJsonSchema.OfTemplates(),
    };

    private static void Write(CliHost host, OutputFormat format, string schema)
    {
        if (format == OutputFormat.HumanReadable)
            host.Output.Write(schema);
        else
            ResultDocument.Write(host.Output, format, ResultDocument.Success(schema));
    }
}
