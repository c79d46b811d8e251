using System.CommandLine;
using OpenJd.Cli.Commands;

namespace OpenJd.Cli.Templates;

/// <summary><c>summary</c>: what a template makes of its parameters.</summary>
internal static class SummaryCommand
{
    /// <summary>Lays out the command.</summary>
    public static Command Create(CliHost host)
    {
        var command = new CommandWithExample(
            "summary", "Shows the parameters, steps, tasks and environments of the job that a template makes.",
            $"{host.ProgramName} summary render.yaml -p Frames=1-100");
        var template = new TemplateArguments(host, command);
        template.AddJobOptions(command);
        TemplateAction.Set(command, host, template.Output, async (parsed, token) =>
        {
            var made = await template.CreateJobAsync(parsed, token);
            var step = template.FindStep(parsed, made.Job);
            var format = template.Output.Of(parsed);
            if (format != OutputFormat.HumanReadable)
            {
                var document = step is null ? SummaryDocument.Of(made) : SummaryDocument.Of(made.Job, step);
                ResultDocument.Write(host.Output, format, document);
            }
            else if (step is null)
            {
                SummaryText.Write(host.Output, made);
            }
            else
            {
                SummaryText.Write(host.Output, made.Job, step);
            }

            return ExitCode.Success;
        });
        return command;
    }
}
