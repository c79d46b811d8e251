using System.CommandLine;
using Renderacre.Cli.Submitting;
using Renderacre.Contracts.Jobs;

namespace Renderacre.Cli.Commands;

/// <summary><c>renderacre edit</c>: changes what jobs were submitted with.</summary>
internal static class EditCommand
{
    /// <summary>Lays out the command.</summary>
    public static Command Create(CliHost host)
    {
        var command = new CommandWithExample(
            "edit", "Changes what jobs were submitted with; what runs goes on as it was.",
            "renderacre edit 3f9a01bc --max-running 4 --frame-order every:10",
            "renderacre edit 3f9a01bc --frames 1-120,130",
            "renderacre edit 3f9a01bc --after 77d2e405 --comment \"waits for the cache\"");
        var options = new EditOptions(host, command, ofCopy: false);
        command.Validators.Add(result =>
        {
            if (!options.AreGiven(result))
                result.AddError("nothing is to be different; say what, such as --priority 80");
        });
        return JobActionCommand.Create(
            host, command,
            async (client, id, parsed, token) =>
            {
                var job = await client.GetJobAsync(id, token);
                var edit = await options.ReadAsync(parsed, client, job, new JobEdit(), token);
                return await client.EditJobAsync(id, edit, token);
            },
            _ => "is edited");
    }
}
